using System.Xml.Linq;
using SolutionTool.Checking;
using SolutionTool.CommandLine;
using SolutionTool.Packing;
using SolutionTool.Problems;

namespace SolutionTool.Tests;

/// <summary>Packages for organisations that do not have the language their people read.</summary>
public sealed class BaseTextTests : IDisposable
{
    private const string English = "1033";
    private const string Persian = "1065";

    private readonly GoodTree _tree = new();

    public void Dispose() => _tree.Dispose();

    [Fact]
    public void Every_text_of_the_base_language_is_the_Persian_one()
    {
        var plain = Read(null);
        var persian = Read(Persian);

        Assert.NotEmpty(Texts(plain, Persian));
        Assert.NotEqual(Texts(plain, Persian), Texts(plain, English));
        Assert.Equal(Texts(plain, Persian), Texts(persian, English));
        Assert.Equal(Texts(plain, Persian), Texts(persian, Persian));
    }

    [Fact]
    public void Names_that_stand_in_attributes_follow()
    {
        var persian = Read(Persian).Customizations;

        Assert.All(persian.Descendants("optionset").Where(o => o.Element("displaynames") is not null && o.Attribute("localizedName") is not null), o =>
            Assert.Equal(Text(o.Element("displaynames")!, Persian), o.Attribute("localizedName")!.Value));
        Assert.All(persian.Elements("Entities").Elements("Entity").Where(e => e.Descendants("LocalizedNames").Any() && e.Element("EntityInfo") is not null && e.Element("Name")!.Value.StartsWith("zarf_", StringComparison.Ordinal)), e =>
            Assert.Equal(Text(e.Element("EntityInfo")!.Element("entity")!.Element("LocalizedNames")!, Persian), e.Element("Name")!.Attribute("LocalizedName")!.Value));
    }

    [Fact]
    public void Nothing_but_texts_differs_and_the_package_has_no_problem()
    {
        string[] texts = ["description", "Title", "LocalizedName", "localizedName"];
        XElement Bare(string? baseText)
        {
            var root = Read(baseText).Customizations;
            root.Descendants().Attributes().Where(a => texts.Contains(a.Name.LocalName)).Remove();
            return root;
        }

        Assert.True(XNode.DeepEquals(Bare(null), Bare(Persian)));
        Assert.Empty(SolutionCheck.Run(Read(Persian), new CheckOptions()).Select(p => p.ToString()));
    }

    [Fact]
    public void The_same_tree_packs_to_the_same_bytes()
    {
        using var other = new GoodTree();

        Assert.Equal(_tree.Pack(baseText: Persian), other.Pack(baseText: Persian));
        Assert.NotEqual(_tree.Pack(), other.Pack(baseText: Persian));
    }

    [Theory]
    [InlineData("1025")]
    [InlineData("fa")]
    public void A_language_that_the_solution_does_not_have_is_refused(string language)
    {
        Assert.Contains(language, Assert.Throws<BadInputException>(() => _tree.Pack(baseText: language)).Message, StringComparison.Ordinal);
        Assert.Equal(ExitCode.BadInput, ToolCommand.Run(["pack", _tree.Folder, "--out", _tree.Beside("a.zip"), "--dll", $"ZarfPlugins={_tree.DllPath}", "--base-text", language], TextWriter.Null, TextWriter.Null));
    }

    private SolutionPackage Read(string? baseText)
    {
        var zip = _tree.Beside("a.zip");
        File.WriteAllBytes(zip, _tree.Pack(baseText: baseText));
        return PackageZip.Read(zip);
    }

    private static List<string> Texts(SolutionPackage package, string language) =>
        [.. package.Customizations.Descendants().Concat(package.Manifest.Descendants()).Where(e => IsIn(e, language)).Select(TextOf)];

    private static string Text(XElement container, string language) => TextOf(container.Elements().Single(e => IsIn(e, language)));

    private static bool IsIn(XElement text, string language) => ((string?)text.Attribute("languagecode") ?? (string?)text.Attribute("LCID")) == language;

    private static string TextOf(XElement text) => (string?)text.Attribute("description") ?? (string?)text.Attribute("Title") ?? "";
}
