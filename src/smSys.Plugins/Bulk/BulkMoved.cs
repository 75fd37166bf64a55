using Microsoft.Xrm.Sdk;
using smSys.Crm.Bulk;
using smSys.Crm.Rows;
using smSys.Crm.Sentences;
using smSys.Crm.Tables;
using smSys.Messaging.Bulk;
using smSys.Plugins.Shell;

namespace smSys.Plugins.Bulk;

/// <summary>
/// Follows a bulk into its new state: notes who started, approved or paused it, and sets requested on where background work
/// has to hear about it.
/// </summary>
[Step("Update", SmsBulk.LogicalName, Stage.PostOperation,
    Filters = [StandardColumns.State, StandardColumns.Status], Before = [StandardColumns.State, StandardColumns.Status])]
[Step("SetState", SmsBulk.LogicalName, Stage.PostOperation, Before = [StandardColumns.State, StandardColumns.Status])]
[Step("SetStateDynamicEntity", SmsBulk.LogicalName, Stage.PostOperation, Before = [StandardColumns.State, StandardColumns.Status])]
public sealed class BulkMoved : PlugIn
{
    /// <inheritdoc/>
    protected override void Run(StepServices services)
    {
        var from = BulkStateCodes.Read(new SmsBulkRow(services.Before));
        if (RequestedBulkState.Of(services.Context) is not { } to || !BulkStateRules.Wakes(from, to))
        {
            return;
        }

        var now = services.Clock();
        var who = new EntityReference("systemuser", services.Context.UserId);
        var change = new SmsBulkRow(services.Context.PrimaryEntityId) { RequestedOn = now };
        switch (to)
        {
            case BulkState.DryRunning or BulkState.Ready:
                change.StartedById = who;
                break;
            case BulkState.Paused when !services.IsEngine:
                change.PauseReason = PauseReason.ByUser;
                change.PauseNote = new Notes(services.System, services.Context.UserId).Say(PausedBy(services));
                break;
            case BulkState.Running:
                change.PauseReason = null;
                change.PauseNote = null;
                if (from == BulkState.AwaitingApproval)
                {
                    change.ApprovedById = who;
                    change.ApprovedOn = now;
                }

                break;
        }

        services.System.Update(change.Record);
    }

    // The engine writes the row many times after that: "modified by" would not tell for long.
    private static Sentence PausedBy(StepServices services)
    {
        var name = services.System.Find("systemuser", "systemuserid", services.Context.UserId, "fullname")?.GetAttributeValue<string>("fullname") ?? "?";
        return new Sentence("Paused by " + name + ".", "ارسال را " + name + " متوقف کرد.");
    }
}
