using System.CommandLine;
using DevHost.Contacts;
using DevHost.Journey;
using Newtonsoft.Json;

namespace DevHost.Commands;

/// <summary><c>journey</c>: the main job of smSys from a CSV file to a case, with figures that have to add up.</summary>
public static class JourneyCommand
{
    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        var contacts = new Option<FileInfo?>("--contacts") { Description = "CSV file with a header (firstname, lastname, jobtitle, mobilephone, company); without it, the sample of 1,000 rows." };
        var provider = new Option<string>("--provider") { Description = "Provider to send by: " + LocalProvider.Choice + ".", DefaultValueFactory = _ => LocalProvider.Default };
        var json = new Option<bool>("--json") { Description = "Print one JSON object on standard output and nothing else there." };
        var folder = new Option<DirectoryInfo?>("--data") { Description = "Folder that keeps the organisation and the simulators; started again on it, the journey goes on. Without it, memory." };
        var seed = new Option<int>("--seed") { Description = "Which phone answers, and the order of background jobs.", DefaultValueFactory = _ => 1 };
        var scale = new Option<double>("--time-scale") { Description = "How many simulated seconds pass in one real second.", DefaultValueFactory = _ => 100 };

        var command = new Command("journey", "Import contacts, send each an SMS, follow it to the phone, and turn an answer into a case.")
        {
            contacts, provider, json, folder, seed, scale,
        };
        command.SetAction((parsed, stop) => RunAsync(
            new JourneyOptions
            {
                ContactsFile = parsed.GetValue(contacts)?.FullName ?? ShippedFiles.SampleContacts,
                Provider = parsed.GetValue(provider)!,
                DataFolder = parsed.GetValue(folder)?.FullName,
                Seed = parsed.GetValue(seed),
                TimeScale = parsed.GetValue(scale),
            },
            parsed.GetValue(json),
            stop));
        return command;
    }

    private static async Task<int> RunAsync(JourneyOptions options, bool json, CancellationToken stop)
    {
        options.Check();
        var file = ContactFile.Read(options.ContactsFile);
        foreach (var column in file.IgnoredColumns)
        {
            await Console.Error.WriteLineAsync($"Column \"{column}\" is not used; known are firstname, lastname, jobtitle, mobilephone and company.");
        }

        using var progress = new ProgressLine(Console.Error);
        await using var system = await LocalSystem.StartAsync(options.System(), stop);
        var (report, import) = await new JourneyRun(system, options, progress).RunAsync(file, stop);
        progress.Clear();

        foreach (var problem in import.Invalid)
        {
            await Console.Error.WriteLineAsync($"Line {problem.Line}: {problem.Reason}");
        }

        Console.WriteLine(json ? JsonConvert.SerializeObject(report) : JourneyTable.Of(report, options));
        foreach (var mismatch in report.Mismatches)
        {
            await Console.Error.WriteLineAsync("Does not add up: " + mismatch);
        }

        return report.IsComplete ? ExitCode.Done : ExitCode.DoesNotAddUp;
    }
}
