using System.Activities;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Workflow;
using smSys.Activities.Shell;
using smSys.Crm.Addresses;
using smSys.Crm.Lines;

namespace smSys.Activities.Numbers;

/// <summary>
/// Find sender by number: the record that has a phone number. Of several the one whose owner owns the line; otherwise it is
/// ambiguous and no record is given.
/// </summary>
public sealed class FindSender : WorkflowStep
{
    /// <summary>As somebody typed it.</summary>
    [RequiredArgument]
    [Input("Phone number")]
    public InArgument<string> Number { get; set; } = null!;

    /// <summary>The line that was written to.</summary>
    [Input("Line")]
    [ReferenceTarget("smsys_smsnumber")]
    public InArgument<EntityReference> Line { get; set; } = null!;

    /// <summary>Exactly one record was found.</summary>
    [Output("Found a record")]
    public OutArgument<bool> Found { get; set; } = null!;

    /// <summary>Several records have the number.</summary>
    [Output("Is ambiguous")]
    public OutArgument<bool> IsAmbiguous { get; set; } = null!;

    /// <summary>The record, if it is one.</summary>
    [Output("Contact")]
    [ReferenceTarget("contact")]
    public OutArgument<EntityReference> Contact { get; set; } = null!;

    /// <summary>The record, if it is one.</summary>
    [Output("Account")]
    [ReferenceTarget("account")]
    public OutArgument<EntityReference> Account { get; set; } = null!;

    /// <summary>The record, if it is one.</summary>
    [Output("Lead")]
    [ReferenceTarget("lead")]
    public OutArgument<EntityReference> Lead { get; set; } = null!;

    /// <summary>The record, if it is one.</summary>
    [Output("User")]
    [ReferenceTarget("systemuser")]
    public OutArgument<EntityReference> User { get; set; } = null!;

    /// <summary>Table and id, also of the organisation's own tables.</summary>
    [Output("Table and id")]
    public OutArgument<string> TableAndId { get; set; } = null!;

    /// <inheritdoc/>
    protected override void Run(StepRun run)
    {
        var entries = new AddressBook(run.System).Find(NumberArgument.Demand(Number.Get(run.Activity)).Digits);
        var owner = Line.Get(run.Activity) is { } line ? new LineReader(run.System).Read(line.Id)?.OwnerId?.Id : null;
        var ofOwner = entries.Where(entry => owner is not null && entry.OwnerId == owner).ToArray();
        var one = ofOwner.Length == 1 ? ofOwner[0].Record : entries.Count == 1 ? entries[0].Record : null;

        Found.Set(run.Activity, one is not null);
        IsAmbiguous.Set(run.Activity, one is null && entries.Count > 1);
        Give(run, Contact, "contact", one);
        Give(run, Account, "account", one);
        Give(run, Lead, "lead", one);
        Give(run, User, "systemuser", one);
        TableAndId.Set(run.Activity, one is null ? string.Empty : one.LogicalName + " " + one.Id.ToString("D"));
    }

    private static void Give(StepRun run, OutArgument<EntityReference> output, string table, EntityReference? record) =>
        output.Set(run.Activity, record?.LogicalName == table ? record! : null!);
}
