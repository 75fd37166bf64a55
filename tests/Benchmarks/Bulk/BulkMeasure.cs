using System.Diagnostics;
using System.Globalization;
using Newtonsoft.Json;
using ProviderSimulators.Hosting;

namespace Benchmarks.Bulk;

/// <summary>A bulk of each size in a process of its own, and the floor behind it; one JSON object a size on standard output.</summary>
internal static class BulkMeasure
{
    private const double BatchSize = 100;

    /// <summary>Below it both ends of a bulk weigh too much to compare calls a message.</summary>
    private const int Settled = 10_000;

    private const int Million = 1_000_000;

    /// <summary>Messages a second that Kannel took through its HTTP interface on such a machine, without any journal.</summary>
    private const double Kannel = 12_800;

    /// <summary>The sizes that the variable <c>SMSYS_ROWS</c> lists with commas, or these.</summary>
    public static int[] SizesOr(params int[] usual) =>
        Environment.GetEnvironmentVariable("SMSYS_ROWS") is { Length: > 0 } listed ? [.. listed.Split(',').Select(size => int.Parse(size, CultureInfo.InvariantCulture))] : usual;

    public static IReadOnlyList<Figure> Run(params int[] sizes)
    {
        var results = new List<BulkHostResult>();
        foreach (var people in sizes)
        {
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"bulk of {people}: the engine, then the floor"));
            var result = OneAsync(people).GetAwaiter().GetResult();
            Console.WriteLine(JsonConvert.SerializeObject(result));
            results.Add(result);
        }

        return [.. results.SelectMany(Judge), .. Flat(results)];
    }

    private static IEnumerable<Figure> Judge(BulkHostResult result)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"bulk of {result.Recipients}: ");
        yield return Figure.AtLeast(name + "accepted, part of all", (double)result.Accepted / result.Recipients, 1);
        yield return Figure.AtLeast(name + "messages a second, part of the floor", result.PartOfFloor, 0.5);
        yield return Figure.AtMost(name + "CRM calls a message up to Sent", result.CrmCallsPerMessage, 1.1);
        if (result.Waiting == 0)
        {
            yield return Figure.AtMost(name + "CRM calls a message for tracking", result.TrackingCallsPerMessage, 1.1);
        }

        yield return Figure.AtMost(name + "provider calls a message", result.ProviderCallsPerMessage * BatchSize, 1.02);
        yield return Figure.ForInformation(name + "messages a second", result.MessagesPerSecond);
        yield return Figure.ForInformation(name + "messages a second of the floor", result.FloorPerSecond);
        yield return Figure.ForInformation(name + "messages a second, part of Kannel's", result.MessagesPerSecond / Kannel);
        yield return Figure.ForInformation(name + "microseconds of own processor time a message", result.OwnCpuMicrosecondsPerMessage);
        yield return Figure.ForInformation(name + "milliseconds from announced to settled, 99 in 100", result.AnnouncedToSettled.P99);
    }

    /// <summary>More people may need neither more memory nor more calls a message; memory is promised for a million.</summary>
    private static IEnumerable<Figure> Flat(List<BulkHostResult> results)
    {
        var compared = results.Where(result => result.Recipients >= Settled).ToList();
        if (compared.MinBy(result => result.Recipients) is not { } small || compared.MaxBy(result => result.Recipients) is not { } large || small.Recipients == large.Recipients)
        {
            yield break;
        }

        var name = string.Create(CultureInfo.InvariantCulture, $"bulk of {large.Recipients}, times that of {small.Recipients}: ");
        yield return Figure.AtMost(name + "CRM calls a message up to Sent", large.CrmCallsPerMessage / small.CrmCallsPerMessage, 1.05);
        yield return Figure.AtMost(name + "provider calls a message", large.ProviderCallsPerMessage / small.ProviderCallsPerMessage, 1.05);
        if (small.Recipients == Settled)
        {
            var memory = large.PeakMemoryMb / small.PeakMemoryMb;
            yield return large.Recipients == Million ? Figure.AtMost(name + "peak memory", memory, 1.1) : Figure.ForInformation(name + "peak memory", memory);
        }
    }

    private static async Task<BulkHostResult> OneAsync(int people)
    {
        var folder = Directory.CreateTempSubdirectory("smsys-bulk-benchmark-");
        try
        {
            using var log = new RequestLog(Path.Combine(folder.FullName, "requests"));
            await using var simulators = await SimulatorHost.StartAsync(new SimulatorSetup { Seen = log.See }, BulkHost.Provider);
            var simulator = simulators[BulkHost.Provider];
            var result = await HostAsync(folder.FullName, people, simulator);
            using var floor = new Floor(Path.Combine(folder.FullName, "organization.db"), Path.Combine(folder.FullName, "floor.db"), log, simulator.Address);
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"bulk of {people}: {result.MessagesPerSecond} messages a second, peak {result.PeakMemoryMb} MB; now the floor"));
            return result with { FloorPerSecond = floor.Run(result.Accepted) };
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<BulkHostResult> HostAsync(string folder, int people, ProviderSimulator simulator)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(typeof(BulkMeasure).Assembly.Location);
        }

        string[] arguments = [BulkHost.Command, folder, people.ToString(CultureInfo.InvariantCulture), simulator.HostName, simulator.Address.AbsoluteUri, simulator.Account.Secret, simulator.Account.Lines[0]];
        Array.ForEach(arguments, start.ArgumentList.Add);
        // As dotnet run starts DevHost.
        start.Environment["MALLOC_ARENA_MAX"] = "1";
        using var host = Process.Start(start)!;
        var output = await host.StandardOutput.ReadToEndAsync();
        await host.WaitForExitAsync();
        return JsonConvert.DeserializeObject<BulkHostResult>(output.Trim().Split('\n')[^1])
            ?? throw new InvalidOperationException($"The host said nothing and ended with {host.ExitCode}.");
    }
}
