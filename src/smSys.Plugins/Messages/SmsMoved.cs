using System;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using smSys.Crm.Messages;
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

        services.System.Update(change.Record);
    }

    private static void Handle(StepServices services)
    {
        if (services.Context.UserId != services.SystemUserId)
        {
            services.System.Update(new SmsRow(Id(services))
            {
                HandledById = new EntityReference("systemuser", services.Context.UserId),
                HandledOn = services.Clock(),
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
            FirstAnswerAfter = question.ArrivedOn is { } arrived ? (int)(services.Clock() - arrived).TotalSeconds : null,
        }.Record);
    }

    // After a Create the id stands in the output, before it in the target.
    private static Guid Id(StepServices services) =>
        services.Context.PrimaryEntityId != Guid.Empty ? services.Context.PrimaryEntityId
        : services.Context.OutputParameters.Contains("id") ? (Guid)services.Context.OutputParameters["id"]
        : services.Target.Id;
}
