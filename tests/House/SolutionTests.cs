using System.Text.RegularExpressions;
using SolutionTool.Checking;
using SolutionTool.Layout;
using SolutionTool.Packing;

namespace House;

/// <summary>The solution and the code that ships with it say the same.</summary>
public partial class SolutionTests
{
    [Fact]
    public void The_solution_with_its_DLL_has_no_error_and_no_warning()
    {
        var map = ContentMap.Parse(["WebResources=" + Repository.PathOf("webresources")], ["smSys=" + PackagedAssembly.Location]);
        var package = new TreeReader(map, PackageKind.Unmanaged, dllsMayBeAbsent: false).Read(Repository.PathOf("solution"));

        var problems = SolutionCheck.Run(package, new CheckOptions { ClosedTables = new HashSet<string> { "smsys_smssecret" } });

        Assert.Empty(problems);
    }

    [Fact]
    public void The_change_log_names_the_version_of_DLL_and_solution()
    {
        var version = Heading().Match(Repository.Read("solution/CHANGELOG.md")).Groups["version"].Value;

        Assert.Contains($"<Version>{version}</Version>", Repository.Read("solution/Other/Solution.xml"), StringComparison.Ordinal);
        Assert.Equal(version, System.Diagnostics.FileVersionInfo.GetVersionInfo(PackagedAssembly.Location).FileVersion);
    }

    [GeneratedRegex(@"(?m)^## (?<version>\d+\.\d+\.\d+\.\d+)")]
    private static partial Regex Heading();
}
