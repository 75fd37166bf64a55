using System.Text.RegularExpressions;
using SolutionTool.Layout;
using SolutionTool.Packing;
using SolutionTool.Problems;
using SolutionTool.Tests.Faults;

namespace SolutionTool.Tests;

public sealed partial class CheckingTests : IDisposable
{
    private static readonly IReadOnlyList<Fault> Faults = [.. FileFaults.All, .. CodeFaults.All, .. TableFaults.All, .. RibbonAndRoleFaults.All];

    private readonly GoodTree _tree = new();

    public void Dispose() => _tree.Dispose();

    public static TheoryData<string> FaultNames => [.. Faults.Select(f => f.Name)];

    [Fact]
    public void A_good_tree_has_no_problem()
    {
        Assert.Empty(_tree.Check());
    }

    [Fact]
    public void Steps_that_the_code_declares_as_the_solution_has_them_are_no_problem()
    {
        _tree.ReplaceDll(new PluginDllMaker { Steps = PluginDllMaker.GoodSteps });

        Assert.Empty(_tree.Check());
    }

    [Fact]
    public void The_zip_of_a_good_tree_has_no_problem()
    {
        var zip = _tree.Beside("a.zip");
        File.WriteAllBytes(zip, _tree.Pack());

        Assert.Empty(SolutionTool.Checking.SolutionCheck.Run(PackageZip.Read(zip), new()));
    }

    [Theory]
    [MemberData(nameof(FaultNames))]
    public void A_seeded_fault_is_found(string name)
    {
        var fault = Faults.Single(f => f.Name == name);
        fault.Seed(_tree);

        var problems = _tree.Check();

        var found = problems.Select(p => p.Code).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var expected = fault.Codes.Order(StringComparer.Ordinal).ToList();
        var seen = string.Join("\n", problems);
        Assert.True(fault.Exact ? expected.SequenceEqual(found) : !expected.Except(found, StringComparer.Ordinal).Any(), $"Expected {string.Join(", ", expected)} but found\n{seen}");
        Assert.All(problems, p => Assert.Matches(Sentence(), p.Sentence));
    }

    [Fact]
    public void Every_code_in_the_README_is_given_by_a_rule_and_seeded_here_and_the_other_way_round()
    {
        string[] seededElsewhere = ["FILE08", "OPC01", "OPC02", "ROL06", "XSD"];
        var folder = Path.Combine(Repository.Root, "src", "SolutionTool");
        var documented = Codes(DocumentedCode(), File.ReadAllText(Path.Combine(folder, "README.md")));
        var given = Codes(GivenCode(), string.Concat(Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).Where(f => !f.Contains("/obj/", StringComparison.Ordinal)).Select(File.ReadAllText)));

        Assert.Equal(documented, given);
        Assert.Equal(documented, new SortedSet<string>(Faults.SelectMany(f => f.Codes).Concat(seededElsewhere), StringComparer.Ordinal));
    }

    [Fact]
    public void The_schema_is_asked_when_its_folder_is_named()
    {
        var folder = Directory.CreateDirectory(_tree.Beside("xsd")).FullName;
        File.WriteAllText(Path.Combine(folder, "CustomizationsSolution.xsd"), """
            <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
              <xs:element name="ImportExportXml"><xs:complexType><xs:sequence><xs:element name="Entities"><xs:complexType><xs:sequence>
                <xs:any processContents="skip" minOccurs="0" maxOccurs="2" /></xs:sequence></xs:complexType></xs:element>
                <xs:any processContents="skip" minOccurs="0" maxOccurs="unbounded" /></xs:sequence></xs:complexType></xs:element>
            </xs:schema>
            """);

        var problem = Assert.Single(_tree.Check(folder));

        Assert.Equal("XSD", problem.Code);
        Assert.StartsWith("Entities/zarf_Line/Entity.xml(2)", problem.Where, StringComparison.Ordinal);
        Assert.Throws<BadInputException>(() => _tree.Check(_tree.Beside("nowhere")));
    }

    [Fact]
    public void A_table_that_is_meant_to_be_closed_needs_no_reader_and_may_have_none()
    {
        var closed = _tree.Check(null, "zarf_line");

        Assert.All(closed, p => Assert.Equal("ROL06", p.Code));
        Assert.NotEmpty(closed);
        _tree.RemoveElement("Roles/Call agent.xml", "RolePrivilege", "prvReadzarf_Line");
        _tree.RemoveElement("Roles/Call agent.xml", "RolePrivilege", "prvAppendTozarf_Line");
        Assert.Empty(_tree.Check(null, "zarf_line"));
    }

    [Fact]
    public void A_zip_whose_parts_are_not_typed_is_found()
    {
        var zip = _tree.Beside("a.zip");
        File.WriteAllBytes(zip, _tree.Pack());
        using (var archive = System.IO.Compression.ZipFile.Open(zip, System.IO.Compression.ZipArchiveMode.Update))
        {
            archive.CreateEntry("Workflows/new.xaml").Open().Dispose();
        }

        Assert.Equal("OPC02", Assert.Single(PackageZip.Read(zip).Problems).Code);
        using (var archive = System.IO.Compression.ZipFile.Open(zip, System.IO.Compression.ZipArchiveMode.Update))
        {
            archive.GetEntry("[Content_Types].xml")!.Delete();
        }

        Assert.Equal("OPC01", Assert.Single(PackageZip.Read(zip).Problems).Code);
    }

    [Fact]
    public void Without_the_DLL_its_types_are_not_judged_but_their_names_are()
    {
        _tree.Replace("PluginAssemblies/ZarfPlugins-AFEB9ED8-0970-50DB-8984-876B503B9247/*.data.xml", "MakeCall, Zarf.Plugins, Version=1", "MakeCall, Zarf.Plugins, Version=2");
        var package = new TreeReader(ContentMap.None, dllsMayBeAbsent: true).Read(_tree.Folder);

        Assert.Equal("ASM04", Assert.Single(SolutionTool.Checking.SolutionCheck.Run(package, new())).Code);
        Assert.Single(package.AbsentParts);
    }

    private static SortedSet<string> Codes(Regex pattern, string text) => new(pattern.Matches(text).Select(m => m.Groups["code"].Value), StringComparer.Ordinal);

    [GeneratedRegex(@"^\| (?<code>[A-Z]+\d*) \|", RegexOptions.Multiline)]
    private static partial Regex DocumentedCode();

    [GeneratedRegex("Problem\\.(?:Error|Warning)\\(\"(?<code>[A-Z]+\\d*)\"|\"(?<code>(?:VIEW|FRM|CHT|DSH|LOC)\\d\\d)\"")]
    private static partial Regex GivenCode();

    [GeneratedRegex(@"^\S.*\.$", RegexOptions.Singleline)]
    private static partial Regex Sentence();
}
