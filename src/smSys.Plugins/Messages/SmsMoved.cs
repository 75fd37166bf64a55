using System;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using smSys.Crm.Messages;
using smSys.Crm.Organizations;
using smSys.Crm.Tables;
using smSys.Messaging.Messages;
using smSys.Plugins.Shell;
using smSys.Crm.Rows;

namespace smSys.Plugins.Messages;

/// <summary>
/// Follows a message into its new state: a queued or arrived one asks for its asynchronous step by setting requested on, a
/// handled one remembers who handled it, an answer is noted on what it answers.
/// </summary>
[Step("Create", Sms.LogicalName, Stage.PostOperation)]
[Step("Update", Sms.LogicalName, Stage.PostOperation, Filters = [StandardColumns.State, StandardColumns.Status])]
[Step("SetState", Sms.LogicalName, Stage.PostOperation)]
[Step("SetStateDynamicEntity", Sms.LogicalName, Stage.PostOperation)]
public sealed class SmsMoved : PlugIn
{
    /// <inheritdoc/>
    protected override void Run(StepServices services)
    {
        var input = services.Context.InputParameters;
        var state = input.Contains("Target") ? RequestedState.Of(services.Target) : RequestedState.Of(input);
        switch (state)
        {
            // A bulk's rows come in their final states and never set requested on.
            case MessageState.Queued:
                Queue(services);
                break;
            case MessageState.Arrived:
                services.System.Update(new SmsRow(Id(services)) { RequestedOn = services.Clock() }.Record);
                break;
            // Taken as sent: who decided so stands on the row.
            case MessageState.SentWithoutReceipt when !services.IsEngine:
            case MessageState.Handled:
                Handle(services);
                break;
        }

        if (string.Equals(services.Context.MessageName, "Create", StringComparison.Ordinal)
            && new SmsRow(services.Target).InReplyToId is { } question)
        {
            Answer(services, question.Id);
        }
    }

    private static void Queue(StepServices services)
    {
        var now = services.Clock();
        var change = new SmsRow(Id(services)) { QueuedOn = now };
        var notBefore = services.Context.InputParameters.Contains("Target") ? new SmsRow(services.Target).NotBefore : null;
        if (notBefore > now)
        {
            change.NextAttemptOn = notBefore;
        }
        else
        {
            // A time that an earlier attempt had to wait for no longer counts.
            change.NextAttemptOn = null;
            change.RequestedOn = now;
        }

        NoteWhose(services, change);
        services.System.Update(change.Record);
    }

    // Unit and team as they were when the message was first queued. As SYSTEM: a user needs no right to append to them.
    private static void NoteWhose(StepServices services, SmsRow change)
    {
        var stored = services.System.Find(Sms.LogicalName, Sms.PrimaryId, change.Id, Sms.Columns.BusinessUnitId, StandardColumns.Owner);
        if (stored is not null && new SmsRow(stored) is { BusinessUnitId: null, OwnerId: { } owner })
        {
            change.BusinessUnitId = new EntityReference("businessunit", services.Context.BusinessUnitId);
            change.TeamId = new TeamReader(services.System).Of(owner);
        }
    }

    private static void Handle(StepServices services)
    {
        if (services.Context.UserId != services.SystemUserId)
        {
            var now = services.Clock();
            var row = services.System.Find(Sms.LogicalName, Sms.PrimaryId, Id(services), Sms.Columns.ArrivedOn);
            services.System.Update(new SmsRow(Id(services))
            {
                HandledById = new EntityReference("systemuser", services.Context.UserId),
                HandledOn = now,
                HandledAfter = row is null ? null : Elapsed.Seconds(new SmsRow(row).ArrivedOn, now),
            }.Record);
        }
    }

    private static void Answer(StepServices services, Guid questionId)
    {
        var row = services.System.Find(
            Sms.LogicalName, Sms.PrimaryId, questionId, Sms.Columns.ArrivedOn, Sms.Columns.AnsweredById, Sms.Columns.Direction);
        if (row is null || new SmsRow(row) is not { Direction: Direction.Incoming, AnsweredById: null } question)
        {
            return;
        }

        services.System.Update(new SmsRow(questionId)
        {
            AnsweredById = new EntityReference(Sms.LogicalName, Id(services)),
            FirstAnswerAfter = Elapsed.Seconds(question.ArrivedOn, services.Clock()),
        }.Record);
    }

    // After a Create the id stands in the output, before it in the target.
    private static Guid Id(StepServices services) =>
        services.Context.PrimaryEntityId != Guid.Empty ? services.Context.PrimaryEntityId
        : services.Context.OutputParameters.Contains("id") ? (Guid)services.Context.OutputParameters["id"]
        : services.Target.Id;
}
