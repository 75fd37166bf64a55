using System.CommandLine;
using DevHost.Examples;
using Newtonsoft.Json;

namespace DevHost.Commands;

/// <summary><c>samples</c>: installs the sample rules and data, and plays what a customer can text.</summary>
public static class SamplesCommand
{
    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        var provider = new Option<string>("--provider") { Description = "Provider to receive and send by: " + LocalProvider.Choice + ".", DefaultValueFactory = _ => LocalProvider.Default };
        var folder = new Option<DirectoryInfo?>("--data") { Description = "Folder that keeps the organisation with the samples; without it, memory." };
        var install = new Option<bool>("--install-only") { Description = "Install and play nothing; with --data, the samples are there when everything is started on the folder." };
        var json = new Option<bool>("--json") { Description = "Print one JSON array on standard output and nothing else there." };
        var scale = new Option<double>("--time-scale") { Description = "How many simulated seconds pass in one real second.", DefaultValueFactory = _ => 20 };
        var command = new Command("samples", "Install the sample rules: password after a registration, case of an acute problem, usage report by SMS, e-mail and fax; and play them.")
        {
            provider, folder, install, json, scale,
        };
        command.SetAction((parsed, stop) => RunAsync(
            parsed.GetValue(provider)!, parsed.GetValue(folder)?.FullName, parsed.GetValue(install), parsed.GetValue(json), parsed.GetValue(scale), stop));
        return command;
    }

    private static async Task<int> RunAsync(string provider, string? folder, bool installOnly, bool json, double scale, CancellationToken stop)
    {
        _ = LocalProvider.Of(provider);
        if (scale is < 1 or > 1000)
        {
            throw new BadInputException("--time-scale takes 1 to 1000.");
        }

        await using var system = await LocalSystem.StartAsync(new LocalSystemOptions { Providers = [provider], DataFolder = folder, TimeScale = scale }, stop);
        var play = new SamplePlay(system);
        play.Install(provider);
        var outcomes = new List<SampleOutcome>();
        foreach (var text in installOnly ? [] : SamplePlay.Texts)
        {
            var outcome = await play.PlayAsync(text, stop);
            outcomes.Add(outcome);
            if (!json)
            {
                Console.WriteLine("> " + text);
                foreach (var answer in outcome.Answers.DefaultIfEmpty("nothing came"))
                {
                    Console.WriteLine("  " + answer.Replace("\n", "\n    "));
                }
            }
        }

        if (json)
        {
            Console.WriteLine(JsonConvert.SerializeObject(outcomes));
        }
        else if (installOnly)
        {
            Console.WriteLine("The samples are installed" + (folder is null ? " in memory, and gone now; --data FOLDER keeps them." : " in " + folder + "."));
        }

        return outcomes.TrueForAll(outcome => outcome.Answers.Count > 0) ? ExitCode.Done : ExitCode.DoesNotAddUp;
    }
}
