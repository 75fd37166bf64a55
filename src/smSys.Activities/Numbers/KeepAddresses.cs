using System.Activities;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Workflow;
using smSys.Activities.Shell;
using smSys.Crm.Addresses;
using smSys.Crm.Consents;

namespace smSys.Activities.Numbers;

/// <summary>
/// Keep SMS addresses: brings the numbers of the record on which the process runs into the address book, so that senders are
/// recognised. For the organisation's own tables and columns; contacts, accounts, leads and users keep theirs by themselves.
/// The columns are those that SMS Number Column names. Put it into a process that starts when a record is created or one of the
/// columns changes.
/// </summary>
public sealed class KeepAddresses : WorkflowStep
{
    /// <summary>Numbers that the record has now and had not.</summary>
    [Output("New numbers")]
    public OutArgument<int> Gained { get; set; } = null!;

    /// <summary>Numbers that the record had and has no more.</summary>
    [Output("Numbers gone")]
    public OutArgument<int> Lost { get; set; } = null!;

    /// <inheritdoc/>
    protected override void Run(StepRun run)
    {
        var record = new EntityReference(run.Context.PrimaryEntityName, run.Context.PrimaryEntityId);
        var change = new AddressKeeper(run.System).Keep(record, run.Clock());
        new MovedNumbers(run.System).Settle(change, run.Clock());
        Gained.Set(run.Activity, change.Gained.Count);
        Lost.Set(run.Activity, change.Lost.Count);
    }
}
