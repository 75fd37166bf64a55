using System.Xml.Linq;

namespace House;

/// <summary>The arrows between projects are those of the design, no more.</summary>
public class ProjectArrowTests
{
    private static readonly string[] Sdk = ["Microsoft.Xrm.Sdk", "Microsoft.Crm.Sdk.Proxy", "Microsoft.Xrm.Sdk.Workflow", "System.Activities"];

    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["smSys.Messaging"] = [],
        ["smSys.Providers"] = ["smSys.Messaging"],
        ["smSys.Crm"] = ["smSys.Messaging", .. Sdk],
        ["smSys.Plugins"] = ["smSys.Messaging", "smSys.Providers", "smSys.Crm", .. Sdk],
        ["smSys.Activities"] = ["smSys.Messaging", "smSys.Providers", "smSys.Crm", .. Sdk],
        ["smSys.Package"] = ["SolutionTool", .. Sdk],
        ["smSys.Server"] = ["smSys.Messaging", "smSys.Providers"],
        ["smSys.Deploy"] = [.. Sdk],
        ["SolutionTool"] = [],
        ["CrmEmulator"] = [.. Sdk],
        ["ProviderSimulators"] = [],
        ["DevHost"] = ["CrmEmulator", "ProviderSimulators", "smSys.Server", "smSys.Crm", "smSys.Package"],
        ["Microsoft.Xrm.Sdk"] = [],
        ["System.Activities"] = [],
        ["System.ServiceModel"] = [],
        ["Microsoft.Crm.Sdk.Proxy"] = ["Microsoft.Xrm.Sdk"],
        ["Microsoft.Xrm.Sdk.Workflow"] = ["Microsoft.Xrm.Sdk", "System.Activities"],
    };

    [Fact]
    public void Every_project_refers_only_to_what_the_design_allows()
    {
        var wrong = from project in Repository.Files("src", ".csproj")
                    let name = Path.GetFileNameWithoutExtension(project)
                    from target in References(project)
                    where !Allowed.TryGetValue(name, out var allowed) || !allowed.Contains(target)
                    select $"{name} -> {target}";

        Assert.Empty(wrong);
    }

    [Fact]
    public void Every_project_under_src_is_known_to_the_design()
    {
        var unknown = Repository.Files("src", ".csproj").Select(Path.GetFileNameWithoutExtension).Where(p => !Allowed.ContainsKey(p!));

        Assert.Empty(unknown);
    }

    [Fact]
    public void No_code_of_the_sandbox_has_a_package_but_analyzers()
    {
        var packages = from name in new[] { "smSys.Messaging", "smSys.Providers", "smSys.Crm", "smSys.Plugins", "smSys.Activities" }
                       from package in XDocument.Load(Repository.PathOf($"src/{name}/{name}.csproj")).Descendants("PackageReference")
                       select $"{name}: {package.Attribute("Include")?.Value}";

        Assert.Empty(packages);
    }

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var sln = Repository.Read("smSys.sln").Replace('\\', '/');

        var missing = Repository.Files("src", ".csproj").Concat(Repository.Files("tests", ".csproj"))
            .Where(p => !p.Contains("tests/Official/", StringComparison.Ordinal) && !sln.Contains(p, StringComparison.Ordinal));

        Assert.Empty(missing);
    }

    [Fact]
    public void Nothing_lies_at_the_top_but_what_the_house_keeps_there()
    {
        string[] kept = ["smSys.sln", "src", "tests", "solution", "webresources", "README.md", "artifacts", "global.json"];

        var strangers = new DirectoryInfo(Repository.Root).EnumerateFileSystemInfos().Select(i => i.Name)
            .Where(n => !n.StartsWith('.') && !n.StartsWith("Directory.", StringComparison.Ordinal) && !kept.Contains(n));

        Assert.Empty(strangers);
    }

    private static IEnumerable<string> References(string project) =>
        XDocument.Load(Repository.PathOf(project)).Descendants("ProjectReference")
            .Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value.Replace('\\', '/')));
}
