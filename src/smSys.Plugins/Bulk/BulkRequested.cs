using System;
using smSys.Crm.Bulk;
using smSys.Crm.Processes;
using smSys.Crm.Rows;
using smSys.Crm.Tables;
using smSys.Messaging.Bulk;
using smSys.Plugins.Processes;
using smSys.Plugins.Shell;

namespace smSys.Plugins.Bulk;

/// <summary>
/// The asynchronous step of a bulk: makes or wakes the processes that its state asks for. It reads the row and not the target;
/// running twice does nothing twice.
/// </summary>
[Step("Update", SmsBulk.LogicalName, Stage.PostOperation, StepMode.Asynchronous, Filters = [SmsBulk.Columns.RequestedOn])]
public sealed class BulkRequested : PlugIn
{
    /// <inheritdoc/>
    protected override void Run(StepServices services)
    {
        services.DemandNoTransaction();
        var composition = new Composition(services);
        if (composition.Bulks.Read(services.Context.PrimaryEntityId) is not { } bulk)
        {
            return;
        }

        switch (BulkStateCodes.Read(bulk))
        {
            case BulkState.DryRunning:
                Start(composition, bulk, ProcessKind.DryRun);
                break;
            case BulkState.Ready or BulkState.Freezing:
            case BulkState.Running when bulk.FrozenOn is null:
                Start(composition, bulk, ProcessKind.Freeze);
                break;
            case BulkState.Cancelled when bulk.FrozenOn is null:
                ClearUp(composition, bulk);
                break;
            case BulkState.Running or BulkState.Paused or BulkState.Cancelled when bulk.FrozenOn is not null:
                WakePartitions(composition, bulk.Id);
                break;
        }
    }

    private static void Start(Composition composition, SmsBulkRow bulk, ProcessKind kind)
    {
        var id = ProcessIds.OfBulk(kind, bulk.Id);
        var now = composition.Services.Clock();
        var row = new SmsProcessRow(id)
        {
            Name = Cut(bulk.Name ?? string.Empty, SmsProcess.Lengths.Name),
            ProcessKind = kind,
            BulkId = bulk.Reference,
            SettingId = bulk.SettingId,
            NextRunOn = now,
            OwnerId = bulk.OwnerId,
        };
        if (!composition.Processes.CreateOnce(row))
        {
            composition.Processes.StartAgain(id, now);
        }

        Wake(composition, id, now);
    }

    // Its partitions are half dealt: who dealt them takes them away. A bulk that nobody began to freeze has nothing of the kind.
    private static void ClearUp(Composition composition, SmsBulkRow bulk)
    {
        if (composition.Processes.Read(ProcessIds.OfBulk(ProcessKind.Freeze, bulk.Id)) is not null)
        {
            Start(composition, bulk, ProcessKind.Freeze);
        }
    }

    private static void WakePartitions(Composition composition, Guid bulkId)
    {
        var now = composition.Services.Clock();
        foreach (var partition in composition.Partitions.OfBulk(bulkId, StandardColumns.State))
        {
            if (partition.Statecode == SmsProcess.State.Active)
            {
                Wake(composition, partition.Id, now);
            }
        }
    }

    // Asked for at once where the chain of calls is short enough, else by the heart-beat.
    private static void Wake(Composition composition, Guid processId, DateTime now) =>
        composition.Processes.Wake(processId, now, composition.Services.Context.Depth <= DepthRules.DeepestRequest);

    private static string Cut(string text, int most) => text.Length <= most ? text : text.Substring(0, most);
}
