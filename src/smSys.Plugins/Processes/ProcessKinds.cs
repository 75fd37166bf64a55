using smSys.Crm.Tables;
using smSys.Plugins.Bulk.Freezing;
using smSys.Plugins.Addresses;
using smSys.Plugins.Consents;
using smSys.Plugins.Bulk.Sending;
using smSys.Plugins.Receiving;
using smSys.Plugins.Recovering;
using smSys.Plugins.Retaining;
using smSys.Plugins.Tracking;
using smSys.Plugins.Unknowns;
using smSys.Plugins.Watching;

namespace smSys.Plugins.Processes;

/// <summary>Which code works for which kind of process.</summary>
public static class ProcessKinds
{
    /// <summary>The work of a process; null for kinds that no tick serves (the heart-beat's row is the server's).</summary>
    public static IProcessTick? TickOf(SmsProcessRow process) => process.ProcessKind switch
    {
        ProcessKind.Resend => new ResendTick(),
        ProcessKind.Track => new TrackTick(),
        ProcessKind.Receive when process.NumberId is null && !string.IsNullOrEmpty(process.Input) => new PushTick(),
        ProcessKind.Receive => new ReceiveTick(),
        ProcessKind.Freeze => new FreezeTick(),
        ProcessKind.Balance => new BalanceTick(),
        ProcessKind.Send => new SendTick(),
        ProcessKind.Watch => new WatchTick(),
        ProcessKind.Settle => new SettleTick(),
        ProcessKind.Retention => new RetentionTick(),
        ProcessKind.TestConnection => new ConnectionTick(),
        ProcessKind.Normalise => new NormaliseTick(),
        ProcessKind.ImportConsents => new ConsentImportTick(),
        ProcessKind.ExportConsents => new ConsentExportTick(),
        _ => null,
    };
}
