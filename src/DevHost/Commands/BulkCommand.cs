using System.CommandLine;
using DevHost.Bulk;
using DevHost.Journey;
using Newtonsoft.Json;

namespace DevHost.Commands;

/// <summary><c>bulk</c>: an SMS Bulk to a marketing list of seeded contacts; killed and started again on its folder, it goes on.</summary>
public static class BulkCommand
{
    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        var recipients = new Option<int>("--recipients") { Description = $"Contacts on the list, 1 to {BulkOptions.MostRecipients}.", DefaultValueFactory = _ => 1_000 };
        var provider = new Option<string>("--provider") { Description = "Provider to send by: " + LocalProvider.Choice + ".", DefaultValueFactory = _ => LocalProvider.Default };
        var folder = new Option<DirectoryInfo?>("--data") { Description = "Folder that keeps the organisation and the simulators; started again on it, the bulk goes on. Without it, memory." };
        var json = new Option<bool>("--json") { Description = "Print one JSON object on standard output and nothing else there." };
        var mixed = new Option<bool>("--mixed") { Description = "Numbers of every outcome, people without a number, duplicates, people who opted out." };
        var seed = new Option<int>("--seed") { Description = "Order of background jobs.", DefaultValueFactory = _ => 1 };
        var scale = new Option<double>("--time-scale") { Description = "How many simulated seconds pass in one real second.", DefaultValueFactory = _ => 100 };

        var command = new Command("bulk", "Enter contacts, send all of them an SMS Bulk, and follow it to the last receipt.")
        {
            recipients, provider, folder, json, mixed, seed, scale,
        };
        command.SetAction((parsed, stop) => RunAsync(
            new BulkOptions
            {
                Recipients = parsed.GetValue(recipients),
                Provider = parsed.GetValue(provider)!,
                DataFolder = parsed.GetValue(folder)?.FullName,
                Mixed = parsed.GetValue(mixed),
                Seed = parsed.GetValue(seed),
                TimeScale = parsed.GetValue(scale),
            },
            parsed.GetValue(json),
            stop));
        return command;
    }

    private static async Task<int> RunAsync(BulkOptions options, bool json, CancellationToken stop)
    {
        options.Check();
        using var progress = new ProgressLine(Console.Error);
        var calls = new CallsByRow();
        await using var system = await LocalSystem.StartAsync(options.System() with { OnCall = calls.See }, stop);
        var report = await new BulkRun(system, options, calls, progress).RunAsync(stop);
        progress.Clear();

        Console.WriteLine(json ? JsonConvert.SerializeObject(report) : BulkTable.Of(report, options));
        foreach (var mismatch in report.Mismatches)
        {
            await Console.Error.WriteLineAsync("Does not add up: " + mismatch);
        }

        return report.IsComplete ? ExitCode.Done : ExitCode.DoesNotAddUp;
    }
}
