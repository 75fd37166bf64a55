using System.Text.RegularExpressions;

namespace House;

/// <summary>Names say what a thing is for. The stand-ins follow Microsoft's names and are left out.</summary>
public partial class NameTests
{
    private static readonly string[] Drawers = ["Common", "Util", "Utils", "Utility", "Utilities", "Helper", "Helpers", "Manager", "Misc", "Shared", "Base", "Info", "Data", "Impl"];

    [Fact]
    public void No_type_is_named_like_a_drawer()
    {
        var wrong = from file in OurCode()
                    from Match type in TypeDeclaration().Matches(Repository.Read(file))
                    let name = type.Groups["name"].Value
                    where IsDrawer(name) || name == "Handler"
                    select $"{file}: {name}";

        Assert.Empty(wrong);
    }

    [Fact]
    public void No_file_folder_or_project_is_named_like_a_drawer()
    {
        var wrong = from file in OurCode()
                    from part in file.Split('/')
                    from name in part.Split('.').Take(1)
                    where IsDrawer(name)
                    select file;

        Assert.Empty(wrong);
    }

    private static IEnumerable<string> OurCode() =>
        Repository.Files("src", ".cs").Concat(Repository.Files("tests", ".cs"))
            .Where(f => !f.StartsWith("src/CrmSdk/", StringComparison.Ordinal));

    private static bool IsDrawer(string name)
    {
        var last = LastWord().Match(name).Value;
        return Drawers.Contains(last) || Drawers.Contains(name);
    }

    [GeneratedRegex(@"\b(?:class|struct|interface|enum|record(?:\s+struct|\s+class)?)\s+(?<name>[A-Z]\w*)")]
    private static partial Regex TypeDeclaration();

    [GeneratedRegex("[A-Z][a-z0-9]*$")]
    private static partial Regex LastWord();
}
