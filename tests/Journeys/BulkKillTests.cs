using System.Globalization;
using Newtonsoft.Json.Linq;

namespace Journeys;

/// <summary>A bulk of ten thousand whose process is killed while it works ends, and everybody got one message.</summary>
public class BulkKillTests
{
    private const int People = 10_000;

    /// <summary>Kills in the midst of sending; they are what was promised.</summary>
    private const int Kills = 20;

    /// <summary>Kills before the provider got anything: contacts are entered, the audience is frozen.</summary>
    private const int EarlyKills = 3;

    /// <summary>Most messages that the provider gets between a start and its kill; all kills together leave some for the last run.</summary>
    private const int MostBetween = 300;

    private const string Provider = "ghasedak";

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task Killed_twenty_times_while_it_sends_nobody_gets_two_and_nobody_is_lost()
    {
        using var folder = new TemporaryFolder();
        var store = Path.Combine(folder.Path, "data");
        string[] arguments = ["bulk", "--recipients", People.ToString(CultureInfo.InvariantCulture), "--provider", Provider, "--json", "--data", store];
        var chance = new Random(20261123);
        var begun = DateTime.UtcNow;
        var taken = new ProviderFile(store, Provider);

        for (var kill = 0; kill < EarlyKills; kill++)
        {
            using var host = HostProcess.Start(arguments);
            await Task.Delay(chance.Next(500, 3_000));
            await host.KillAsync();
        }

        for (var kill = 1; kill <= Kills; kill++)
        {
            using var host = HostProcess.Start(arguments);
            await SendsAsync(host, taken, taken.Count() + chance.Next(1, MostBetween));
            var (isAlive, atProvider) = (!host.HasExited, taken.Count());
            await host.KillAsync();
            Assert.True(isAlive, $"kill {kill} met a process that was over");
            Assert.InRange(atProvider, 1, People - 1);
        }

        var beforeLast = taken.Count();
        var result = await HostProcess.RunAsync(arguments);

        Assert.InRange(beforeLast, Kills, People - 1);
        Assert.Equal((0, string.Empty), (result.ExitCode, Problems(result.Errors)));
        EverybodyWasReached(JObject.Parse(result.Output));
        var accepted = taken.Recipients();
        Assert.Equal((People, People), (accepted.Count, accepted.Distinct().Count()));
        Assert.InRange(DateTime.UtcNow - begun, TimeSpan.Zero, Limit);
    }

    private static void EverybodyWasReached(JObject figures)
    {
        int Of(string name) => figures.Value<int?>(name) ?? throw new InvalidOperationException($"{name} is missing: {figures}");
        Assert.Equal((People, People), (Of("rows"), Of("accepted")));
        Assert.Equal((0, 0, 0, 0, 0), (Of("unknown"), Of("rejected"), Of("pending"), Of("cancelled"), Of("duplicatesAtProvider")));
        Assert.Equal("Finished", figures.Value<string>("state"));
        Assert.All(figures["skipped"]!.Children<JProperty>(), reason => Assert.Equal(0, reason.Value.Value<int>()));
        Assert.NotEmpty(figures["skipped"]!.Children<JProperty>());
        Assert.InRange(figures.Value<double>("messagesPerSecond"), 1, 100_000);
        Assert.InRange(figures.Value<double>("peakMemoryMb"), 20, 1_000);
    }

    /// <summary>Waits until the provider has so many.</summary>
    private static async Task SendsAsync(HostProcess host, ProviderFile taken, int wanted)
    {
        for (var until = DateTime.UtcNow + Patience; taken.Count() < wanted && !host.HasExited;)
        {
            Assert.True(DateTime.UtcNow < until, $"{taken.Count()} of {wanted} messages reached the provider; then nothing did for too long");
            await Task.Delay(10);
        }
    }

    private static string Problems(string errors) =>
        string.Join('\n', errors.Split('\n').Where(line => line.StartsWith("Does not add up", StringComparison.Ordinal)));
}
