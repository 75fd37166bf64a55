using System.Text.RegularExpressions;
using System.Xml.Linq;
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

    [Theory]
    [InlineData("smSys.zip")]
    [InlineData("smSys_managed.zip")]
    [InlineData("smSys_persian.zip")]
    [InlineData("smSys_persian_managed.zip")]
    public void Every_package_that_is_shipped_has_no_error_and_no_warning(string zip)
    {
        var package = PackageZip.Read(Repository.PathOf("artifacts/" + zip));

        var problems = SolutionCheck.Run(package, new CheckOptions { ClosedTables = new HashSet<string> { "smsys_smssecret" } });

        Assert.Empty(problems);
        Assert.Equal(zip.Contains("managed", StringComparison.Ordinal) ? "1" : "0", package.SolutionManifest.Element("Managed")!.Value);
        Assert.Equal(zip.Contains("persian", StringComparison.Ordinal) ? "پیامک" : "SMS", TableName(package));
    }

    private static string TableName(SolutionPackage package) =>
        package.Customizations.Elements("Entities").Elements("Entity").Elements("Name").Single(name => name.Value == "smsys_Sms").Attribute("LocalizedName")!.Value;

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
