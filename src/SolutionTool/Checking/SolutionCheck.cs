using SolutionTool.Packing;
using SolutionTool.Problems;

namespace SolutionTool.Checking;

/// <summary>Runs every layer of checks over a package.</summary>
public static class SolutionCheck
{
    /// <summary>All problems, those of the files first. <paramref name="schemaFolder"/> holds Microsoft's XSDs, or is null.</summary>
    public static IReadOnlyList<Problem> Run(SolutionPackage package, string? schemaFolder)
    {
        return
        [
            .. package.Problems,
            .. schemaFolder is null ? [] : SchemaRules.Check(package, schemaFolder),
            .. ManifestRules.Check(package),
            .. AssemblyRules.Check(package),
        ];
    }
}
