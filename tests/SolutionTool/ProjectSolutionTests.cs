using SolutionTool.Generating;
using SolutionTool.Layout;
using SolutionTool.Model;

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
        if (!Directory.Exists(Path.Combine(Solution, "Entities")))
        {
            Assert.False(File.Exists(Script), "Constants were generated, but the solution they came from is gone.");
            return;
        }

        var model = new SolutionModel(new TreeReader(ContentMap.None, dllsMayBeAbsent: true).Read(Solution));
        var generator = new CodeGenerator(model, "smSys.Crm.Tables");

        var stale = new GeneratedFiles(generator.CSharp(), Tables, generator.Script(), Script).Stale();

        Assert.NotEmpty(generator.CSharp());
        Assert.True(stale.Count == 0, string.Join("\n", stale) + "\nRun: dotnet run --project src/SolutionTool -- generate solution --csharp src/smSys.Crm/Tables --script webresources/smsys_/js/smsys.tables.js");
    }
}
