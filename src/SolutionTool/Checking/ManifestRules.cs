using SolutionTool.Packing;
using SolutionTool.Problems;

namespace SolutionTool.Checking;

/// <summary>Layer 3: the manifest and the components name each other.</summary>
public static class ManifestRules
{
    public static IEnumerable<Problem> Check(SolutionPackage package)
    {
        yield break;
    }
}
