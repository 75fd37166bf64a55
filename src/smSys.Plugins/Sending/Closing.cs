using System;
using smSys.Crm.Messages;
using smSys.Crm.Tables;
using smSys.Messaging.Messages;
using smSys.Messaging.Sending;
using smSys.Plugins.Shell;

namespace smSys.Plugins.Sending;

/// <summary>Carries out what a claim check said about messages that are not sent now.</summary>
public sealed class Closing
{
    private readonly MessageStore _messages;
    private readonly Notes _notes;

    /// <summary>Works as SYSTEM.</summary>
    public Closing(MessageStore messages, Notes notes)
    {
        _messages = messages;
        _notes = notes;
    }

    /// <summary>Writes why a message waits or is over; does nothing when somebody else was faster.</summary>
    /// <returns>True when the message was closed or put off.</returns>
    public bool Apply(SmsRow message, ClaimJudgement judgement, FenceToken token, DateTime now)
    {
        if (judgement.Step == ClaimStep.Wait)
        {
            if (message.NextAttemptOn == judgement.Until)
            {
                return false;
            }

            var wait = new SmsRow(message.Id) { NextAttemptOn = judgement.Until };
            if (judgement.Note is not null)
            {
                wait.StateNote = _notes.Say(judgement.Note);
            }

            return _messages.Write(message, wait, token);
        }

        if (judgement.Step != ClaimStep.Close)
        {
            return false;
        }

        var change = new SmsRow(message.Id)
        {
            FenceToken = token.Text,
            FaultCode = judgement.Code,
            StateNote = judgement.Note is null ? null : _notes.Say(judgement.Note),
            FailedOn = judgement.State == MessageState.Failed ? now : (DateTime?)null,
        };
        return _messages.Write(message, change, token)
            && _messages.Read(message.Id) is { } again
            && StateCodes.Read(again) == StateCodes.Read(message)
            && _messages.Move(again, judgement.State!.Value, token);
    }
}
