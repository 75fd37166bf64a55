using SolutionTool.Model;
using SolutionTool.Packing;
using SolutionTool.Problems;

namespace SolutionTool.Checking;

/// <summary>Runs every layer of checks over a package.</summary>
public static class SolutionCheck
{
    /// <summary>All problems, in the order of the layers; the same package always gives the same list. When a file could not be read, only the problems of the files.</summary>
    public static IReadOnlyList<Problem> Run(SolutionPackage package, CheckOptions options)
    {
        if (package.Problems.Any(p => p.Code is "FILE03" or "FILE04"))
        {
            // With a file that could not be read, everything that names its contents would look wrong too.
            return package.Problems;
        }

        var catalog = new Catalog(package);
        var scripts = new ScriptFunctions(package);
        return
        [
            .. package.Problems,
            .. options.SchemaFolder is null ? [] : SchemaRules.Check(package, options.SchemaFolder),
            .. ManifestRules.Check(catalog),
            .. ComponentRules.Check(catalog),
            .. AssemblyRules.Check(package),
            .. StepRules.Check(catalog),
            .. DeclarationRules.Check(package),
            .. TableRules.Check(catalog),
            .. OptionRules.Check(catalog),
            .. RelationshipRules.Check(catalog),
            .. FormRules.Check(catalog, scripts),
            .. ViewRules.Check(catalog),
            .. ChartRules.Check(catalog),
            .. WebResourceRules.Check(catalog),
            .. AppRules.Check(catalog),
            .. RibbonRules.Check(catalog, scripts),
            .. RoleRules.Check(catalog, options.ClosedTables),
            .. LabelRules.Check(catalog),
        ];
    }
}
