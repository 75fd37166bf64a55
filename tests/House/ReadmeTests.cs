using System.Text.RegularExpressions;

namespace House;

/// <summary>A document that names a path names one that exists.</summary>
public partial class ReadmeTests
{
    private static readonly string[] Tops = ["src/", "tests/", "solution/", "webresources/", ".ci/"];

    public static TheoryData<string> Documents
    {
        get
        {
            var data = new TheoryData<string> { "README.md" };
            foreach (var top in Tops)
            {
                foreach (var file in Repository.Files(top.TrimEnd('/'), ".md"))
                {
                    data.Add(file);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_path_a_document_names_exists(string document)
    {
        var missing = from Match m in Backticked().Matches(Repository.Read(document))
                      let path = m.Groups["path"].Value.TrimEnd('/')
                      where Tops.Any(t => (path + "/").StartsWith(t, StringComparison.Ordinal))
                      where path.IndexOfAny(['*', '<', '{', '…', ' ']) < 0
                      where !File.Exists(Repository.PathOf(path)) && !Directory.Exists(Repository.PathOf(path))
                      select path;

        Assert.Empty(missing);
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_link_to_a_file_leads_somewhere(string document)
    {
        var folder = Path.GetDirectoryName(Repository.PathOf(document))!;

        var missing = from Match m in Link().Matches(Repository.Read(document))
                      let target = m.Groups["target"].Value.Split('#')[0]
                      where target.Length > 0 && !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith("mailto:", StringComparison.Ordinal)
                      let path = Path.Combine(folder, Uri.UnescapeDataString(target))
                      where !File.Exists(path) && !Directory.Exists(path)
                      select target;

        Assert.Empty(missing);
    }

    [GeneratedRegex("`(?<path>[^`\\n]+)`")]
    private static partial Regex Backticked();

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();
}
