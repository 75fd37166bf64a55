using smSys.Crm.Bulk;
using smSys.Crm.Messages;
using smSys.Crm.Rows;
using smSys.Crm.Tables;
using smSys.Messaging.Messages;
using smSys.Plugins.Processes;
using smSys.Plugins.Shell;

namespace smSys.Plugins.Bulk;

/// <summary>
/// A message of a bulk leaves a state that its partition had counted for good: an unknown one is settled, somebody sends a
/// failed one again, a receipt comes late. The partition counts again, also when it was over.
/// </summary>
[Step("Update", Sms.LogicalName, Stage.PostOperation,
    Filters = [StandardColumns.State, StandardColumns.Status], Before = [StandardColumns.State, StandardColumns.Status, Sms.Columns.ProcessIdColumn])]
[Step("SetState", Sms.LogicalName, Stage.PostOperation, Before = [StandardColumns.State, StandardColumns.Status, Sms.Columns.ProcessIdColumn])]
[Step("SetStateDynamicEntity", Sms.LogicalName, Stage.PostOperation, Before = [StandardColumns.State, StandardColumns.Status, Sms.Columns.ProcessIdColumn])]
public sealed class BulkRecounting : PlugIn
{
    /// <inheritdoc/>
    protected override void Run(StepServices services)
    {
        var before = new SmsRow(services.Before);
        var from = StateCodes.Read(before);
        if (before.ProcessIdColumn is { } partition && (from == MessageState.Unknown || StateRules.IsFinal(from)))
        {
            PartitionWaking.CountAgain(
                services.System, partition.Id, services.Clock(), atOnce: services.Context.Depth <= DepthRules.DeepestRequest);
        }
    }
}
