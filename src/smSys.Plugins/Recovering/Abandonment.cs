using smSys.Crm.Messages;
using smSys.Crm.Tables;
using smSys.Messaging.Messages;
using smSys.Messaging.Sending;
using smSys.Plugins.Sending;

namespace smSys.Plugins.Recovering;

/// <summary>Takes over a message that a job claimed and never settled.</summary>
public sealed class Abandonment
{
    private readonly Composition _composition;

    /// <summary>Works as SYSTEM.</summary>
    public Abandonment(Composition composition) => _composition = composition;

    /// <summary>
    /// An answer that was stored moves the row; without one nobody knows whether the provider has the message, so it becomes
    /// Unknown and is asked about after the settle time.
    /// </summary>
    public void Settle(SmsRow message)
    {
        var services = _composition.Services;
        if (Settlement.OfStored(message) is not { } stored)
        {
            var attemptedOn = message.SendingOn ?? services.Clock();
            var change = new SmsRow(message.Id)
            {
                FenceToken = services.Token.Text,
                ClaimedUntil = null,
                NextAskOn = ReferenceRules.FirstQuestion(attemptedOn),
            };
            Move(message, change, MessageState.Unknown);
            return;
        }

        Move(message, new SmsRow(message.Id) { FenceToken = services.Token.Text, ClaimedUntil = null }, stored);
    }

    private void Move(SmsRow message, SmsRow change, MessageState to)
    {
        var store = _composition.Messages;
        var token = _composition.Services.Token;
        if (store.Write(message, change, token)
            && store.Read(message.Id) is { } again
            && StateCodes.Read(again) == MessageState.Sending)
        {
            store.Move(again, to, token);
        }
    }
}
