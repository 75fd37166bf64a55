using Newtonsoft.Json.Linq;

namespace Journeys;

/// <summary>A bulk of ten thousand whose process is killed twenty times ends, and everybody got one message.</summary>
public class BulkKillTests
{
    private const int People = 10_000;
    private const int Kills = 20;
    private const string Provider = "ghasedak";

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan NoWork = TimeSpan.FromSeconds(8);

    [Fact]
    public async Task Killed_twenty_times_nobody_gets_two_and_nobody_is_lost()
    {
        using var folder = new TemporaryFolder();
        var store = Path.Combine(folder.Path, "data");
        string[] arguments = ["bulk", "--recipients", People.ToString(System.Globalization.CultureInfo.InvariantCulture), "--provider", Provider, "--json", "--data", store];
        var chance = new Random(20261123);
        var begun = DateTime.UtcNow;

        for (var kill = 0; kill < Kills; kill++)
        {
            using var host = HostProcess.Start(arguments);
            await WorksAsync(store, Size(store));
            await Task.Delay(chance.Next(500));
            await host.KillAsync();
        }

        var result = await HostProcess.RunAsync(arguments);

        var figures = JObject.Parse(result.Output);
        Assert.Equal((0, string.Empty), (result.ExitCode, Problems(result.Errors)));
        Assert.Equal((People, 0, 0, 0), (figures.Value<int>("accepted"), figures.Value<int>("unknown"), figures.Value<int>("rejected"), figures.Value<int>("duplicatesAtProvider")));
        var accepted = File.ReadLines(FileOf(store)).Select(line => JObject.Parse(line).Value<string>("Recipient")).ToList();
        Assert.Equal((People, People), (accepted.Count, accepted.Distinct().Count()));
        Assert.InRange(DateTime.UtcNow - begun, TimeSpan.Zero, Limit);
    }

    /// <summary>Waits until the provider got something more, or long enough for the process to be at something else.</summary>
    private static async Task WorksAsync(string store, long before)
    {
        for (var until = DateTime.UtcNow + NoWork; DateTime.UtcNow < until && Size(store) == before;)
        {
            await Task.Delay(20);
        }
    }

    private static string FileOf(string store) => Path.Combine(store, Provider + ".messages.jsonl");

    private static long Size(string store) => File.Exists(FileOf(store)) ? new FileInfo(FileOf(store)).Length : 0;

    private static string Problems(string errors) =>
        string.Join('\n', errors.Split('\n').Where(line => line.StartsWith("Does not add up", StringComparison.Ordinal)));
}
