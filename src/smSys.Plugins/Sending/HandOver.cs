using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using smSys.Crm.Messages;
using smSys.Crm.Tables;
using smSys.Messaging.Delivery;
using smSys.Messaging.Health;
using smSys.Messaging.Messages;
using smSys.Messaging.Providers;
using smSys.Messaging.Sending;
using smSys.Plugins.Accounts;

namespace smSys.Plugins.Sending;

/// <summary>
/// Hands messages over in one call to the provider: announce each in its row, look at them again, claim, call, store the
/// answer, move. At every point a crash leaves rows from which another job knows what to do.
/// </summary>
public sealed class HandOver
{
    private readonly HandOverDoors _doors;
    private readonly AccountInUse _account;

    /// <summary>A hand-over at an account that may send (<see cref="SettingGate"/>).</summary>
    public HandOver(HandOverDoors doors, AccountInUse account)
    {
        _doors = doors;
        _account = account;
    }

    /// <summary>Hands over what may be sent of these messages; at most the account's limit.</summary>
    /// <param name="messages">As just read, with row versions.</param>
    public HandOverResult Run(IReadOnlyList<SmsRow> messages)
    {
        var screened = Screen(messages, out var putAside);
        var toSend = _account.Provider.Capabilities.OneReferenceACall ? SharedCall.Of(screened) : screened;
        if (toSend.Count == 0)
        {
            return HandOverResult.Nothing with { PutAside = putAside };
        }

        var timeout = toSend.Count > 1 ? _account.BatchTimeout : _account.SingleTimeout;
        if (!LeaseRules.MayCall(_doors.Remaining(), timeout))
        {
            return new HandOverResult(0, _doors.Clock());
        }

        if (_doors.Slots.Take(_account.Setting.Id, _account.SendPace, _doors.Clock()) is { } later)
        {
            return new HandOverResult(0, later);
        }

        var announced = Announce(toSend);
        if (IsBroken(announced.Count, toSend.Count))
        {
            return HandOverResult.Nothing;
        }

        var claimed = Claim(announced);
        if (claimed.Count == 0)
        {
            return HandOverResult.Nothing;
        }

        // Crash here: the rows are Sending with a reference that the provider never saw; asking finds out.
        // Whoever slept since then may be late: the clock is looked at once more, right before the call.
        var isBroken = IsBroken(claimed.Count, toSend.Count) || !LeaseRules.MayCall(_doors.Remaining(), timeout);
        var before = _doors.Clock();
        var outcomes = isBroken
            ? claimed.Select(_ => SharedCall.NotTried).ToArray()
            : _account.Provider.Send(claimed.Select(Outgoing).ToArray());
        if (!isBroken)
        {
            _account.Calls = _account.Calls.Add(CallTally.Of(outcomes, _doors.Clock() - before));
        }

        // Crash here: the provider may have them, no answer is stored; asking finds out.
        var pause = Settle(claimed, outcomes);
        var wasTooMuch = outcomes.Any(outcome => Settlement.MustBeSplit(outcome, claimed.Count == 1));
        return new HandOverResult(claimed.Count, null, wasTooMuch, pause != SettingPause.None);
    }

    private List<SmsRow> Screen(IReadOnlyList<SmsRow> messages, out int putAside)
    {
        putAside = 0;
        var now = _doors.Clock();
        var optedOut = new OptOuts(_doors.Consents, messages, _account.Setting);
        var orders = new BulkOrders(_doors.Bulks, messages);
        var toSend = new List<SmsRow>();
        foreach (var message in messages)
        {
            var judgement = IsBoundElsewhere(message)
                ? ClaimJudgement.Leave
                : ClaimCheck.Judge(message, _account.Setting, optedOut.Holds(message), HeldUntil(message, now), orders.Of(message), _doors.Token, now);
            if (judgement.Step == ClaimStep.Send)
            {
                toSend.Add(message);
            }
            else
            {
                putAside += _doors.Closing.Apply(message, judgement, _doors.Token, now) ? 1 : 0;
            }
        }

        return toSend;
    }

    // An attempt's reference is still open: only at the account that took it is a repeat recognised as one.
    private bool IsBoundElsewhere(SmsRow message) =>
        _account.IsStandIn
        && !string.IsNullOrEmpty(message.ReferenceColumn)
        && !string.Equals(message.Account, _account.Name, StringComparison.Ordinal);

    private DateTime? HeldUntil(SmsRow message, DateTime now) =>
        _doors.Quiet.HeldUntil(_account.Setting, message.MessageClass, now)
        ?? (_account.IsStandIn ? _doors.Quiet.HeldUntil(_account.Home, message.MessageClass, now) : null);

    private List<Guid> Announce(List<SmsRow> messages)
    {
        var now = _doors.Clock();
        var places = _account.Provider.Capabilities.OneReferenceACall ? SharedCall.Places(messages) : new CallPlace?[messages.Count];
        return messages
            .Where((message, i) => _doors.Messages.Write(message, Announced(message, places[i], now), _doors.Token))
            .Select(message => message.Id)
            .ToList();
    }

    /// <summary>A call that was announced as one cannot go out without one of its messages: the places would be wrong.</summary>
    private bool IsBroken(int left, int planned) => _account.Provider.Capabilities.OneReferenceACall && left < planned;

    private SmsRow Announced(SmsRow message, CallPlace? place, DateTime now) => Announcement.Of(
        message, _account.Setting.Id, _account.Name, _doors.Lines.LineOf(message, _account.Setting)?.Reference, _doors.Token, now, place, _account.Setting.QuietTimeZone);

    // Crash before: announced, not Sending: the provider was not called, whoever comes next may claim.
    private List<SmsRow> Claim(List<Guid> announced) =>
        _doors.Messages.Read(announced)
            .Where(message => IsMine(message)
                && StateCodes.Read(message) is MessageState.Queued or MessageState.RetryScheduled
                && _doors.Messages.Move(message, MessageState.Sending, _doors.Token))
            .ToList();

    private SettingPause Settle(List<SmsRow> claimed, IReadOnlyList<SendOutcome> outcomes)
    {
        var now = _doors.Clock();
        var canAsk = _account.Provider.Capabilities.AskLimit > 0;
        var byId = new Dictionary<Guid, Settlement>();
        var pause = SettingPause.None;
        for (var i = 0; i < claimed.Count; i++)
        {
            var message = claimed[i];
            var chance = Chance.Of(message.Id, message.Attempt ?? 1);
            var settlement = Settlement.Of(message, outcomes[i], _account.Policy, canAsk, claimed.Count == 1, chance, now);
            byId[message.Id] = settlement;
            pause = settlement.Pause == SettingPause.None ? pause : settlement.Pause;
        }

        // First the pause: what this call burnt its fingers on, the next must not touch.
        if (pause != SettingPause.None)
        {
            _doors.Gate.Pause(_account, pause, byId.Values.First(settlement => settlement.Pause == pause).Fault!, now);
        }

        foreach (var message in _doors.Messages.Read(byId.Keys.ToArray()).Where(IsMine))
        {
            _doors.Messages.Write(message, byId[message.Id].Change, _doors.Token);
        }

        // Crash here: the answer is stored; the sweeper moves the row by it and asks nobody.
        foreach (var message in _doors.Messages.Read(byId.Keys.ToArray()).Where(IsMine))
        {
            var verdict = DeliveryRules.Settle(StateCodes.Read(message), byId[message.Id].State);
            if (verdict.Kind == DeliveryVerdictKind.Move)
            {
                _doors.Messages.Move(message, verdict.To!.Value, _doors.Token);
            }
        }

        return pause;
    }

    private bool IsMine(SmsRow message) => LeaseRules.MaySettle(FenceToken.Read(message.FenceToken), _doors.Token);

    private OutgoingMessage Outgoing(SmsRow message) => new(
        long.Parse(message.ReferenceColumn!, CultureInfo.InvariantCulture),
        Numbers.Recipient(message.PhoneNumber!),
        _doors.Lines.DigitsOf(message, _account.Setting),
        message.Text!);
}
