using Newtonsoft.Json.Linq;

namespace Journeys;

/// <summary>A process that is killed and started again on its folder goes on, and nobody gets a message twice.</summary>
public class JourneyKillTests
{
    [Theory]
    [InlineData("ghasedak", 1500)]
    [InlineData("ghasedak", 3000)]
    [InlineData("rahyab", 2200)]
    public async Task Killed_in_the_middle_it_goes_on_and_nobody_gets_two(string provider, int milliseconds)
    {
        using var folder = new TemporaryFolder();
        var people = Enumerable.Range(0, 120).Select(i => $"مخاطب,{9_130_000_100 + (i * 7)}");
        var contacts = folder.Write("contacts.csv", ["firstname,mobilephone", .. people]);
        var store = Path.Combine(folder.Path, "data");
        string[] arguments = ["journey", "--contacts", contacts, "--provider", provider, "--json", "--data", store];

        using (var first = HostProcess.Start(arguments))
        {
            await Task.Delay(milliseconds);
            await first.KillAsync();
        }

        var result = await HostProcess.RunAsync(arguments);

        Assert.Equal(0, result.ExitCode);
        var figures = JObject.Parse(result.Output);
        Assert.Equal(120, figures.Value<int>("accepted"));
        Assert.Equal(0, figures.Value<int>("unknown"));
        Assert.Equal(Accepted(store, provider).Count, Accepted(store, provider).Distinct().Count());
        Assert.Equal(120, Accepted(store, provider).Count);
    }

    [Fact]
    public async Task Run_again_to_the_end_on_the_same_folder_sends_nothing_more()
    {
        using var folder = new TemporaryFolder();
        var contacts = folder.Write("contacts.csv", "firstname,mobilephone", "مریم,09121111111", "رضا,09121111112");
        var store = Path.Combine(folder.Path, "data");
        string[] arguments = ["journey", "--contacts", contacts, "--json", "--data", store];

        var first = await HostProcess.RunAsync(arguments);
        var second = await HostProcess.RunAsync(arguments);

        Assert.Equal((0, 0), (first.ExitCode, second.ExitCode));
        Assert.Equal(2, Accepted(store, "ghasedak").Count);
        Assert.Equal(1, JObject.Parse(second.Output).Value<int>("cases"));
    }

    [Fact]
    public async Task Another_file_and_another_provider_on_the_same_folder_are_journeys_of_their_own()
    {
        using var folder = new TemporaryFolder();
        var first = folder.Write("first.csv", "firstname,mobilephone", "مریم,09121111111", "رضا,09121111112");
        var second = folder.Write("second.csv", "firstname,mobilephone", "سارا,09121111115", "رضا,09121111112", "بابک,09121111116");
        var store = Path.Combine(folder.Path, "data");
        await HostProcess.RunAsync("journey", "--contacts", first, "--json", "--data", store);

        var other = await HostProcess.RunAsync("journey", "--contacts", second, "--json", "--data", store);
        var provider = await HostProcess.RunAsync("journey", "--contacts", first, "--json", "--data", store, "--provider", "rahyab");

        Assert.Equal((0, 0), (other.ExitCode, provider.ExitCode));
        Assert.Equal((3, 1), (JObject.Parse(other.Output).Value<int>("accepted"), JObject.Parse(other.Output).Value<int>("replies")));
        Assert.Equal((2, 1), (JObject.Parse(provider.Output).Value<int>("accepted"), JObject.Parse(provider.Output).Value<int>("replies")));
        Assert.Equal(2, Accepted(store, "rahyab").Count);
    }

    /// <summary>Recipients of what the provider accepted, replies aside.</summary>
    private static List<string> Accepted(string store, string provider) =>
        [.. File.ReadLines(Path.Combine(store, provider + ".messages.jsonl"))
            .Select(line => JObject.Parse(line))
            .Where(message => !message.Value<string>("Text")!.Contains("گزارش شما با شماره", StringComparison.Ordinal))
            .Select(message => message.Value<string>("Recipient")!)];
}
