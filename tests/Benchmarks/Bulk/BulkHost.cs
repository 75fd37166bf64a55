using System.Diagnostics;
using System.Globalization;
using CrmEmulator;
using CrmEmulator.Latency;
using CrmEmulator.Pipeline;
using DevHost;
using DevHost.Bulk;
using Microsoft.Xrm.Sdk;
using Newtonsoft.Json;
using ProviderSimulators.Hosting;
using smSys.Crm.Processes;
using smSys.Crm.Tables;
using smSys.Messaging.Messages;

namespace Benchmarks.Bulk;

/// <summary>
/// The process whose memory is measured: organisation, engine and heart-beat, and nothing of the provider, which listens in
/// another process.
/// </summary>
internal static class BulkHost
{
    public const string Command = "bulk-host";

    /// <summary>The provider that all sizes are sent by: a hundred messages a call, no pace.</summary>
    public const string Provider = "ghasedak";

    /// <summary>A tick has seconds enough for full batches, and the heart-beat does not keep anybody waiting.</summary>
    private const double TimeScale = 10;

    /// <summary>People of a bulk before the measured one: what is measured is the engine, not the compiler.</summary>
    private const int WarmUp = 500;

    /// <summary>Contacts between two lines of progress.</summary>
    private const int EnteredALine = 50_000;

    /// <summary>The receipts of more people are not waited for; what they cost is judged at smaller sizes.</summary>
    private const int MostWaitedFor = 500_000;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(30);

    /// <summary>Runs a bulk: folder, people, host name and address of the simulator, secret, line.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var (folder, people, hostName, address, secret, line) = (args[0], int.Parse(args[1], CultureInfo.InvariantCulture), args[2], new Uri(args[3]), args[4], args[5]);
        var (meter, byRow) = (new EngineMeter(), new CallsByRow());
        var clock = LocalClock.Start(folder, TimeScale);
        using var organization = Organization.Open(new OrganizationOptions
        {
            DataFile = Path.Combine(folder, "organization.db"),
            Clock = clock.Clock,
            Execution = new ExecutionOptions { CheckContracts = false, OnCall = point => See(point, meter, byRow) },
        });
        organization.ImportSolution(ShippedFiles.SolutionZip);
        organization.PlugIns.Prepare();
        organization.Network.Route(hostName, address);
        organization.Async.Start();
        var service = organization.ServiceFor(organization.AdministratorId);
        var heart = new LocalHeart(new LocalDoor(service, clock), clock.Clock);
        heart.Start(CancellationToken.None);
        var account = AccountSetup.Enter(
            service, LocalProvider.Of(Provider), new Uri($"http://{hostName}/"), new SimulatedAccount { Secret = secret, Lines = [line] }, LocalTimeouts.At(TimeScale));
        var (warmUp, audience) = (new BulkAudience(service, WarmUp, mixed: false), new BulkAudience(service, people, mixed: false));
        var (warmUpList, list) = (warmUp.Enter(_ => { }), audience.Enter(SayEntered));
        await SendAsync(service, new BulkRecord(service, warmUp.Row), account, warmUpList, meter, byRow);
        meter.Forget();

        var result = await SendAsync(service, new BulkRecord(service, audience.Row), account, list, meter, byRow);
        Console.WriteLine(JsonConvert.SerializeObject(result));
        await heart.StopAsync();
        return 0;
    }

    private static async Task<BulkHostResult> SendAsync(IOrganizationService service, BulkRecord bulk, AccountSetup account, EntityReference list, EngineMeter meter, CallsByRow byRow)
    {
        var tracking = ProcessIds.Of(ProcessKind.Track, account.Setting.Id);
        var calls = byRow.Of([tracking]);
        var watch = Stopwatch.StartNew();
        bulk.Start(account, list);
        await UntilAsync(bulk, row => row.FrozenOn is not null || BulkRecord.IsOver(row));
        var frozen = watch.Elapsed;
        await UntilAsync(bulk, BulkRecord.IsOver);
        var sent = watch.Elapsed;
        var (sendingCalls, requests, own) = (byRow.Of(bulk.Rows()), byRow.RequestsOf(bulk.Rows()), meter.OwnCpu);
        var last = await UntilAsync(bulk, row => BulkRecord.IsOver(row) && ((row.Waiting ?? 0) == 0 || row.Expected > MostWaitedFor));
        var people = Math.Max(1, last.Expected ?? 0);
        return new BulkHostResult
        {
            Recipients = people,
            Accepted = last.Accepted ?? 0,
            Waiting = last.Waiting ?? 0,
            State = BulkRecord.StateOf(last),
            Seconds = Math.Round(sent.TotalSeconds, 3),
            FreezingSeconds = Math.Round(frozen.TotalSeconds, 3),
            CrmCallsPerMessage = Math.Round((double)sendingCalls / people, 4),
            TrackingCallsPerMessage = Math.Round((double)(byRow.Of([tracking, .. bulk.Rows()]) - calls - sendingCalls) / people, 4),
            ProviderCallsPerMessage = Math.Round((double)requests / people, 5),
            OwnCpuMicrosecondsPerMessage = Math.Round(own.TotalMicroseconds / people, 1),
            PeakMemoryMb = PeakMemory.InMegabytes(),
            AnnouncedToSettled = new Percentiles(meter.Percentile(50), meter.Percentile(95), meter.Percentile(99)),
        };
    }

    private static async Task<SmsBulkRow> UntilAsync(BulkRecord bulk, Func<SmsBulkRow, bool> isThere)
    {
        var (row, watch) = (bulk.Read(), Stopwatch.StartNew());
        while (!isThere(row))
        {
            await Task.Delay(Look);
            row = bulk.Read();
            if (watch.Elapsed > BetweenLines)
            {
                watch.Restart();
                Say($"  {BulkRecord.StateOf(row)}: {row.Accepted ?? 0} of {row.Expected ?? 0} accepted, {row.Waiting ?? 0} wait for a receipt, peak {PeakMemory.InMegabytes()} MB");
            }
        }

        return row;
    }

    private static void SayEntered(int people)
    {
        if (people % EnteredALine == 0)
        {
            Say($"  {people} contacts are there");
        }
    }

    private static void Say(FormattableString line) => Console.Error.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private static void See(CallPoint point, EngineMeter meter, CallsByRow byRow)
    {
        byRow.See(point);
        meter.See(point);
    }
}
