using System.Text.RegularExpressions;
using smSys.Messaging.Providers;
using smSys.Providers.Tests.Doubles;

namespace smSys.Providers.Tests.Sample;

/// <summary>
/// The walk-through in src/smSys.Providers/README.md says what an adapter consists of; the sample was written by it, and so
/// was every adapter. That the sample keeps the contract is shown by the tests over all kinds, where it is "http/sample".
/// </summary>
public sealed partial class WalkThroughTests
{
    private static readonly string Root = FindRoot();

    public static TheoryData<string> Folders =>
    [
        "tests/smSys.Providers/Sample",
        .. Directory.GetDirectories(Path.Combine(Root, "src", "smSys.Providers"))
            .Where(folder => Directory.GetFiles(folder, "*Provider.cs").Any(file => File.ReadAllText(file).Contains("const string Kind", StringComparison.Ordinal)))
            .Select(folder => Path.GetRelativePath(Root, folder)),
    ];

    [Fact]
    public void It_lists_four_files_and_a_recording() =>
        Assert.Equal(["XCodes.cs", "XWire.cs", "XProvider.cs", "README.md", "send-one.txt"], Steps());

    [Fact]
    public void Every_kind_has_a_folder_that_is_held_to_it() => Assert.Equal(ProviderCatalog.Kinds.Count + 1, Folders.Cast<object>().Count());

    [Theory]
    [MemberData(nameof(Folders))]
    public void An_adapter_has_the_listed_files(string folder)
    {
        string name = Path.GetFileName(folder);
        string[] files = [.. Directory.GetFiles(Path.Combine(Root, folder)).Select(file => Path.GetFileName(file)!)];

        // A provider without code has no codes and no wire of its own; the panel's two protocols share theirs in one folder.
        string[] expected = name switch
        {
            "Generic" => ["HttpProvider.cs", "README.md"],
            "BSms" => ["BSmsCodes.cs", "BSmsProvider.cs", "README.md"],
            "PayamakPanel" => ["PayamakPanelCodes.cs", "PanelSoapWire.cs", "PayamakPanelRestWire.cs", "PayamakPanelProvider.cs", "README.md"],
            _ => [.. Steps().Take(4).Select(file => file.Replace("X", name, StringComparison.Ordinal))],
        };
        Assert.All(expected, file => Assert.Contains(file, files));
        string recordings = name == "Generic" ? "http" : name.ToLowerInvariant();
        Assert.NotEmpty(Directory.GetFiles(Path.Combine(Root, "tests", "recordings", recordings), "*send*.txt"));
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void Its_page_says_what_was_built_how_sure_it_is_and_what_to_ask(string folder)
    {
        string page = File.ReadAllText(Path.Combine(Root, folder, "README.md"));

        string[] words = Path.GetFileName(folder) == "Generic" ? ["**Built:**", "**Ask the provider:**"] : ["**Built:**", "**Ask the provider:**", "Confidence", "| Setting |"];
        Assert.All(words, word => Assert.Contains(word, page, StringComparison.Ordinal));
    }

    [Fact]
    public void What_the_walk_through_names_is_there()
    {
        string[] code = [.. Directory.GetFiles(Path.Combine(Root, "src", "smSys.Providers"), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText)];
        string[] named = [.. Quoted().Matches(WalkThrough()).Select(match => match.Groups[1].Value).Where(word => Identifier().IsMatch(word))];

        Assert.Contains("ProviderAdapter", named);
        Assert.All(
            named.Except(["ProviderFacts", "SimulatorHost", "XCodesTests", "XRecordingTests"]),
            word => Assert.Contains(code, text => text.Contains(word.Split('.')[^1], StringComparison.Ordinal)));
    }

    [Fact]
    public void The_sample_replays_its_recording()
    {
        ReplayHandler replay = ReplayHandler.Of("sample/send-one.txt");
        using var provider = new SampleProvider(Some.Account("https://panel.example.test/"), Some.Handled(replay));

        SendOutcome outcome = provider.Send([Some.Message(1001, text: "سلام، «علی»\nخط دوم", line: "10002020")]).Single();

        replay.Verify();
        Assert.Equal((SendOutcomeKind.Accepted, "71000001", 1000m), (outcome.Kind, outcome.ProviderMessageId, outcome.Cost));
    }

    /// <summary>The file that each numbered step is about.</summary>
    private static string[] Steps() => [.. Step().Matches(WalkThrough()).Select(match => match.Groups[1].Value)];

    private static string WalkThrough()
    {
        string book = File.ReadAllText(Path.Combine(Root, "src", "smSys.Providers", "README.md"));
        return book[book.IndexOf("## Adding a provider", StringComparison.Ordinal)..];
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "smSys.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not lie inside the repository.");
        }

        return folder.FullName;
    }

    [GeneratedRegex(@"^\d\. `([^`]+)`", RegexOptions.Multiline)]
    private static partial Regex Step();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"^[A-Z][A-Za-z]+(\.[A-Z][A-Za-z]+)?$")]
    private static partial Regex Identifier();
}
