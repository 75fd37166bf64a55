namespace House;

/// <summary>Small files with one job.</summary>
public class FileLengthTests
{
    private const int Longest = 300;

    /// <summary>Files that may be longer, each with its reason.</summary>
    private static readonly Dictionary<string, string> Longer = new()
    {
        ["webresources/smsys_/js/smsys.tables.js"] = "generated from the solution",
    };

    [Fact]
    public void No_file_is_longer_than_three_hundred_lines_without_a_reason()
    {
        var wrong = from file in Repository.Files("src", ".cs").Concat(Repository.Files("tests", ".cs")).Concat(Repository.Files("webresources", ".js"))
                    where !file.StartsWith("src/CrmSdk/", StringComparison.Ordinal)
                    where !file.Contains(".generated.", StringComparison.Ordinal) && !Longer.ContainsKey(file)
                    let lines = File.ReadLines(Repository.PathOf(file)).Count()
                    where lines > Longest
                    select $"{file}: {lines}";

        Assert.Empty(wrong);
    }

    [Fact]
    public void Every_exception_still_needs_one()
    {
        var idle = Longer.Keys.Where(f => !File.Exists(Repository.PathOf(f)) || File.ReadLines(Repository.PathOf(f)).Count() <= Longest);

        Assert.Empty(idle);
    }
}
