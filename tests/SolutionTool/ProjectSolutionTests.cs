using System.Xml.Linq;
using SolutionTool.Checking;
using SolutionTool.Generating;
using SolutionTool.Layout;
using SolutionTool.Model;
using SolutionTool.Packing;

namespace SolutionTool.Tests;

/// <summary>The project's own solution and what was generated from it.</summary>
public class ProjectSolutionTests
{
    private static readonly string Solution = Path.Combine(Repository.Root, "solution");
    private static readonly string Tables = Path.Combine(Repository.Root, "src", "smSys.Crm", "Tables");
    private static readonly string Script = Path.Combine(Repository.Root, "webresources", "smsys_", "js", "smsys.tables.js");

    [Fact]
    public void Generated_tables_and_constants_agree_with_the_solution()
    {
        var model = new SolutionModel(Read());
        var generator = new CodeGenerator(model, "smSys.Crm.Tables");

        var stale = new GeneratedFiles(generator.CSharp(), Tables, generator.Script(), Script).Stale();

        Assert.NotEmpty(model.Tables);
        Assert.True(stale.Count == 0, string.Join("\n", stale) + "\nRun: dotnet run --project src/SolutionTool -- generate solution --csharp src/smSys.Crm/Tables --script webresources/smsys_/js/smsys.tables.js");
    }

    [Fact]
    public void The_solution_has_no_problem()
    {
        var package = Read();

        var problems = SolutionCheck.Run(package, new CheckOptions { ClosedTables = new HashSet<string>(StringComparer.Ordinal) { "smsys_smssecret" } });

        Assert.Empty(problems.Select(p => p.ToString()));
        Assert.NotEmpty(package.Customizations.Elements("Entities").Elements("Entity"));
    }

    [Fact]
    public void Unpacking_what_was_packed_from_the_solution_gives_the_same_XML()
    {
        var folder = Directory.CreateTempSubdirectory("solution-tool-").FullName;
        try
        {
            var zip = Path.Combine(folder, "a.zip");
            File.WriteAllBytes(zip, PackageZip.Write(Read()));
            var unpacked = Path.Combine(folder, "unpacked");

            new TreeWriter(ContentMap.None).Write(PackageZip.Read(zip), unpacked);

            string[] Files(string root) => [.. Directory.EnumerateFiles(root, "*.xml", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(root, f)).Order(StringComparer.Ordinal)];
            Assert.Equal(Files(Solution), Files(unpacked));
            Assert.All(Files(Solution), f => Assert.True(XNode.DeepEquals(XElement.Load(Path.Combine(Solution, f)), XElement.Load(Path.Combine(unpacked, f))), f));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static SolutionPackage Read() => new TreeReader(ContentMap.Parse([$"WebResources={Path.Combine(Repository.Root, "webresources")}"], []), dllsMayBeAbsent: true).Read(Solution);
}
