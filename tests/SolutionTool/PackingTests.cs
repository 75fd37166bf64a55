using System.IO.Compression;
using System.IO.Packaging;
using System.Xml.Linq;
using SolutionTool.Layout;
using SolutionTool.Packing;
using SolutionTool.Problems;

namespace SolutionTool.Tests;

public sealed class PackingTests : IDisposable
{
    private readonly GoodTree _tree = new();

    public void Dispose() => _tree.Dispose();

    [Fact]
    public void The_same_tree_packs_to_the_same_bytes_in_any_folder()
    {
        using var other = new GoodTree();

        Assert.Equal(_tree.Pack(), other.Pack());
    }

    [Fact]
    public void White_space_between_elements_does_not_change_the_package()
    {
        var packed = _tree.Pack();
        foreach (var file in Directory.EnumerateFiles(_tree.Folder, "*.xml", SearchOption.AllDirectories))
        {
            File.WriteAllText(file, XElement.Load(file).ToString(SaveOptions.DisableFormatting));
        }

        Assert.Equal(packed, _tree.Pack());
    }

    [Theory]
    [InlineData(PackageKind.Unmanaged)]
    [InlineData(PackageKind.Managed)]
    public void Unpacking_what_was_packed_gives_the_same_files_byte_for_byte(PackageKind kind)
    {
        var zip = _tree.Beside("a.zip");
        File.WriteAllBytes(zip, _tree.Pack(kind));
        var unpacked = _tree.Beside("unpacked");

        new TreeWriter(_tree.Map).Write(PackageZip.Read(zip), unpacked);

        Assert.Equal(Contents(_tree.Folder, kind), Contents(unpacked, PackageKind.Unmanaged));
    }

    [Fact]
    public void Every_file_of_the_zip_is_a_part_that_the_importer_sees()
    {
        var bytes = _tree.Pack();

        using var zip = new ZipArchive(new MemoryStream(bytes));
        using var package = Package.Open(new MemoryStream(bytes), FileMode.Open);
        var entries = zip.Entries.Select(e => "/" + e.FullName).Where(n => n != "/[Content_Types].xml").Order(StringComparer.Ordinal);
        Assert.Equal(entries, package.GetParts().Select(p => p.Uri.ToString()).Order(StringComparer.Ordinal));
        Assert.All(zip.Entries, e => Assert.Equal(new DateTime(2000, 1, 1), e.LastWriteTime.DateTime));
    }

    [Fact]
    public void Guides_may_lie_in_the_tree_and_are_not_packed()
    {
        var packed = _tree.Pack();
        _tree.Write("docs/administrator.md", "# Guide");
        _tree.Write("docs/picture.png", "x");

        Assert.Empty(_tree.Check());
        Assert.Equal(packed, _tree.Pack());
    }

    [Fact]
    public void Line_breaks_inside_attribute_values_survive_the_round_trip()
    {
        _tree.Replace("Entities/zarf_Call/Visualizations/*.xml", "ChartType=\"Column\"", "ChartType=\"Column\" CustomProperties=\"a=1,&#xA;b=2\"");
        var zip = _tree.Beside("a.zip");
        File.WriteAllBytes(zip, _tree.Pack());

        var chart = PackageZip.Read(zip).Customizations.Descendants("Series").Attributes("CustomProperties").Single();

        Assert.Equal("a=1,\nb=2", chart.Value);
    }

    [Fact]
    public void A_managed_variant_replaces_the_plain_file_only_in_the_managed_package()
    {
        var form = _tree.Find("Entities/zarf_Line/FormXml/main/*.xml");
        File.WriteAllText(form[..^4] + "_managed.xml", File.ReadAllText(form).Replace("Information", "Managed form", StringComparison.Ordinal));

        string Names(PackageKind kind) => string.Join(",", new TreeReader(_tree.Map, kind).Read(_tree.Folder).Customizations
            .Descendants("systemform").Elements("LocalizedNames").Elements("LocalizedName").Attributes("description").Select(a => a.Value));

        Assert.DoesNotContain("Managed form", Names(PackageKind.Unmanaged), StringComparison.Ordinal);
        Assert.Contains("Managed form", Names(PackageKind.Managed), StringComparison.Ordinal);
    }

    [Fact]
    public void A_tree_that_is_only_unmanaged_is_refused_as_managed()
    {
        _tree.Replace("Other/Solution.xml", "<Managed>2</Managed>", "<Managed>0</Managed>");

        var refused = Assert.Throws<RefusedException>(() => _tree.Pack(PackageKind.Managed));

        Assert.Equal("ROOT07", Assert.Single(refused.Problems).Code);
        Assert.NotEmpty(_tree.Pack());
    }

    [Fact]
    public void The_version_given_replaces_the_one_in_the_tree()
    {
        var zip = _tree.Beside("a.zip");
        File.WriteAllBytes(zip, Packer.Pack(_tree.Folder, _tree.Map, PackageKind.Unmanaged, "1.4.2.0"));

        Assert.Equal("1.4.2.0", PackageZip.Read(zip).SolutionManifest.Element("Version")!.Value);
        Assert.Throws<BadInputException>(() => Packer.Pack(_tree.Folder, _tree.Map, PackageKind.Unmanaged, "1.4"));
    }

    [Fact]
    public void Web_resources_may_lie_outside_the_tree()
    {
        var packed = _tree.Pack();
        var outside = _tree.Beside("web");
        Directory.CreateDirectory(Path.Combine(outside, "zarf_", "js"));
        File.Move(Path.Combine(_tree.Folder, "WebResources/zarf_/js/call.js"), Path.Combine(outside, "zarf_/js/call.js"));

        var map = ContentMap.Parse([$"WebResources={outside}"], [$"ZarfPlugins.dll={_tree.DllPath}"]);

        Assert.Equal(packed, Packer.Pack(_tree.Folder, map, PackageKind.Unmanaged, null));
        Assert.Throws<RefusedException>(() => _tree.Pack());
        File.WriteAllText(Path.Combine(outside, "zarf_", "js", "forgotten.js"), "");
        Assert.Equal("FILE08", Assert.Single(new TreeReader(map).Read(_tree.Folder).Problems).Code);
    }

    [Fact]
    public void Persian_letters_and_joiners_pass_unchanged()
    {
        var zip = _tree.Beside("a.zip");
        File.WriteAllBytes(zip, _tree.Pack());

        Assert.Contains("زمان‌بندی‌شده", PackageZip.Read(zip).Customizations.ToString(), StringComparison.Ordinal);
    }

    private static SortedDictionary<string, string> Contents(string folder, PackageKind managed) => new(
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(
            f => Path.GetRelativePath(folder, f),
            f => managed == PackageKind.Managed ? File.ReadAllText(f).Replace("<Managed>2</Managed>", "<Managed>1</Managed>", StringComparison.Ordinal) : File.ReadAllText(f),
            StringComparer.Ordinal),
        StringComparer.Ordinal);
}
