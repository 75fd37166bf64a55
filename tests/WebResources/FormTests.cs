using System.Text.RegularExpressions;
using System.Xml.Linq;
using House;

namespace WebResources;

/// <summary>What forms load and pages say.</summary>
public partial class FormTests
{
    private const int Most = 60 * 1024;

    public static TheoryData<string> Forms => [.. Repository.Files("solution/Entities", ".xml").Where(f => f.Contains("/FormXml/", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Forms))]
    public void Scripts_of_a_form_load_under_60_KB(string form)
    {
        var libraries = XElement.Load(Repository.PathOf(form)).Descendants("Library").Select(l => l.Attribute("name")!.Value).ToList();

        Assert.True(libraries.Sum(l => new FileInfo(Repository.PathOf("webresources/" + l)).Length) < Most, string.Join(", ", libraries));
    }

    [Fact]
    public void At_least_five_forms_have_scripts() =>
        Assert.True(Repository.Files("solution/Entities", ".xml").Count(f => f.Contains("/FormXml/", StringComparison.Ordinal) && Repository.Read(f).Contains("<Library ", StringComparison.Ordinal)) >= 5);

    [Fact]
    public void Every_word_that_scripts_and_pages_use_exists_and_every_word_is_used()
    {
        var used = Repository.Files("webresources/smsys_", ".js").Concat(Repository.Files("webresources/smsys_", ".html")).Select(Repository.Read).ToList();
        var words = XElement.Load(Repository.PathOf("webresources/smsys_/strings/smsys.1033.resx")).Elements("data").Select(d => d.Attribute("name")!.Value).ToHashSet();
        var asked = used.SelectMany(text => Say().Matches(text).Concat(Attribute().Matches(text)).Select(m => m.Groups["key"].Value)).ToHashSet();

        var missing = asked.Except(words);
        var idle = words.Where(word => !used.Exists(text => text.Contains($"'{word}'", StringComparison.Ordinal) || text.Contains($"\"{word}\"", StringComparison.Ordinal)) && !IsBuilt(word));

        Assert.Empty(missing);
        Assert.Empty(idle);
    }

    [Fact]
    public void Pages_hold_no_script_or_style_of_their_own_and_name_no_outside_address()
    {
        foreach (var page in Repository.Files("webresources/smsys_/pages", ".html").Select(Repository.Read))
        {
            Assert.Contains("Content-Security-Policy", page, StringComparison.Ordinal);
            Assert.DoesNotMatch(Inline(), page);
        }

        Assert.All(Repository.Files("webresources/smsys_", ".js").Concat(Repository.Files("webresources/smsys_", ".css")), file => Assert.DoesNotContain("://", Repository.Read(file), StringComparison.Ordinal));
    }

    // Keys that are put together: a prefix and a name of the data.
    private static bool IsBuilt(string word) => word.StartsWith("csv.", StringComparison.Ordinal) || word.StartsWith("dryRun.", StringComparison.Ordinal);

    [GeneratedRegex("say\\('(?<key>[A-Za-z.]+)'[,)]")]
    private static partial Regex Say();

    [GeneratedRegex("data-(?:text|label|title)=\"(?<key>[^\"]+)\"")]
    private static partial Regex Attribute();

    [GeneratedRegex("<script(?![^>]*\\bsrc=)|<style|\\son[a-z]+=|\\sstyle=|https?://|javascript:", RegexOptions.IgnoreCase)]
    private static partial Regex Inline();
}
