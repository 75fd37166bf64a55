using System;
using System.Activities;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Workflow;
using smSys.Activities.Shell;
using smSys.Crm.Messages;
using smSys.Crm.Rows;
using smSys.Crm.Sentences;
using smSys.Crm.Tables;
using smSys.Messaging.Messages;

namespace smSys.Activities.Messages;

/// <summary>Get delivery state: how far an SMS is, for a wait condition or a branch of the process.</summary>
public sealed class DeliveryState : WorkflowStep
{
    /// <summary>The message.</summary>
    [RequiredArgument]
    [Input("SMS")]
    [ReferenceTarget("smsys_sms")]
    public InArgument<EntityReference> Sms { get; set; } = null!;

    /// <summary>As the form shows it.</summary>
    [Output("State")]
    public OutArgument<string> State { get; set; } = null!;

    /// <summary>The phone has it.</summary>
    [Output("Is delivered")]
    public OutArgument<bool> IsDelivered { get; set; } = null!;

    /// <summary>The provider has it.</summary>
    [Output("Was sent")]
    public OutArgument<bool> WasSent { get; set; } = null!;

    /// <summary>It will not arrive: failed, undelivered, blocked, opted out, expired, cancelled.</summary>
    [Output("Has failed")]
    public OutArgument<bool> HasFailed { get; set; } = null!;

    /// <summary>Nobody knows whether it went out.</summary>
    [Output("Is unknown")]
    public OutArgument<bool> IsUnknown { get; set; } = null!;

    /// <summary>Nothing will change any more.</summary>
    [Output("Is final")]
    public OutArgument<bool> IsFinal { get; set; } = null!;

    /// <summary>What the provider or smSys said about a failure.</summary>
    [Output("Reason")]
    public OutArgument<string> Reason { get; set; } = null!;

    /// <summary>Messages that the operator counts.</summary>
    [Output("Parts")]
    public OutArgument<int> Parts { get; set; } = null!;

    /// <summary>When the phone got it; a date of the year 1900 when it has not.</summary>
    [Output("Delivered on")]
    public OutArgument<DateTime> DeliveredOn { get; set; } = null!;

    /// <inheritdoc/>
    protected override void Run(StepRun run)
    {
        var found = Sms.Get(run.Activity) is { } sms
            ? run.Service.Find(
                Crm.Tables.Sms.LogicalName, Crm.Tables.Sms.PrimaryId, sms.Id, StandardColumns.State, StandardColumns.Status,
                Crm.Tables.Sms.Columns.FaultText, Crm.Tables.Sms.Columns.StateNote, Crm.Tables.Sms.Columns.Parts,
                Crm.Tables.Sms.Columns.DeliveredOn, Crm.Tables.Sms.Columns.HandedOverOn)
            : null;
        if (found is null)
        {
            throw new RefusalException("sms-gone", "There is no such SMS, or the user may not see it.", "چنین پیامکی نیست یا کاربر آن را نمی‌بیند.");
        }

        var row = new SmsRow(found);
        var state = StateCodes.Read(row);
        State.Set(run.Activity, found.FormattedValues.Contains(StandardColumns.Status) ? found.FormattedValues[StandardColumns.Status] : state.ToString());
        IsDelivered.Set(run.Activity, state == MessageState.Delivered);
        WasSent.Set(run.Activity, row.HandedOverOn is not null);
        HasFailed.Set(run.Activity, StateRules.ParentOf(state) == ParentState.Canceled);
        IsUnknown.Set(run.Activity, state == MessageState.Unknown);
        IsFinal.Set(run.Activity, StateRules.IsFinal(state));
        Reason.Set(run.Activity, row.FaultText ?? row.StateNote ?? string.Empty);
        Parts.Set(run.Activity, row.Parts ?? 0);
        DeliveredOn.Set(run.Activity, row.DeliveredOn ?? new DateTime(1900, 1, 1, 0, 0, 0, DateTimeKind.Utc));
    }
}
