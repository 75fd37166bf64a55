using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using smSys.Messaging.Providers;
using smSys.Providers.Batches;
using smSys.Providers.Generic.Answers;
using smSys.Providers.Generic.Definitions;
using smSys.Providers.Generic.Requests;
using smSys.Providers.Matching;

namespace smSys.Providers.Generic;

/// <summary>Sends by a definition: as many messages a call as sendMany takes, one a call without it.</summary>
internal sealed class HttpSending
{
    private readonly ProviderAccount _account;
    private readonly HttpDefinition _definition;
    private readonly HttpCaller _caller;
    private readonly HttpOperation? _many;

    public HttpSending(ProviderAccount account, HttpDefinition definition, HttpCaller caller)
    {
        _account = account;
        _definition = definition;
        _caller = caller;
        _many = definition.SendMany;
    }

    private int Most => _many?.Limit ?? 1;

    /// <summary>The rows of an answer name recipients and no references.</summary>
    private bool NamesRecipients => _many is not null && _many.Answer.RowFields.ContainsKey("recipient") && !_many.Answer.RowFields.ContainsKey("reference");

    public IReadOnlyList<SendOutcome> Send(IReadOnlyList<OutgoingMessage> messages)
    {
        var grouped = new GroupedSend(_account, Key, Most, NamesRecipients);
        if (_definition.SendPace == TimeSpan.Zero)
        {
            return grouped.Send(messages, Call);
        }

        // With a pace only one call fits into one hand-over; the rest waits for the next slot.
        List<int> first = FirstCall(messages);
        IReadOnlyList<SendOutcome> sent = grouped.Send(first.Select(i => messages[i]).ToList(), Call);
        var later = new ProviderFault(ProviderFaultKind.SlowDown, GroupedSend.NotTried, "The account's pace allows one call at a time; this message was not in it.");
        return messages.Select((_, i) => first.IndexOf(i) is int at and >= 0 ? sent[at] : SendOutcome.Rejected(later)).ToList();
    }

    private List<int> FirstCall(IReadOnlyList<OutgoingMessage> messages)
    {
        var first = new List<int>();
        var recipients = new List<string>();
        for (int i = 0; i < messages.Count && first.Count < Most; i++)
        {
            bool repeats = NamesRecipients && recipients.Contains(messages[i].Recipient.Digits);
            if (!repeats && string.Equals(Key(messages[i]), Key(messages[0]), StringComparison.Ordinal))
            {
                first.Add(i);
                recipients.Add(messages[i].Recipient.Digits);
            }
        }

        return first;
    }

    /// <summary>What the messages of one call have in common: whatever the request says once.</summary>
    private string Key(OutgoingMessage message) => _many is null
        ? Digits(message.Reference)
        : (_many.Request.UsesOnce("line") ? message.Line : string.Empty) + "\n" + (_many.Request.UsesOnce("text") ? message.Text : string.Empty);

    private IReadOnlyList<SendOutcome> Call(IReadOnlyList<OutgoingMessage> messages, TimeSpan timeout) =>
        messages.Count == 1 ? [SendOne(messages[0], timeout)] : SendMany(_many!, messages, timeout);

    private SendOutcome SendOne(OutgoingMessage message, TimeSpan timeout)
    {
        HttpOperation send = _definition.Send!;
        return _caller.Call(
            send,
            new RequestValues(_account, _definition.Numbers) { Messages = [message], Separator = send.Request.Separator },
            timeout,
            (opener, answer) => send.Answer.Field(answer.With(Digits(message.Reference)), "id") is string id && HttpCaller.IsId(id)
                ? SendOutcome.Accepted(id, send.Answer.Number(answer, "cost"))
                : SendOutcome.Unknown(NoId),
            (fault, _) => SendOutcome.From(fault));
    }

    private IReadOnlyList<SendOutcome> SendMany(HttpOperation many, IReadOnlyList<OutgoingMessage> messages, TimeSpan timeout) => _caller.Call(
        many,
        new RequestValues(_account, _definition.Numbers) { Messages = messages, Separator = many.Request.Separator },
        timeout,
        (opener, answer) => many.Answer.Rows is null
            ? messages.Select(message => SendOutcome.Accepted(Digits(message.Reference))).ToList()
            : many.Answer.Rows.Rows(answer) is IReadOnlyList<AnswerScope> rows && !Locator.AreTooMany(rows)
                ? AnswerMatcher.Match(messages, rows.Select(row => Item(many.Answer, opener, row)).ToList())
                : AllTo(messages, HttpCaller.Odd("sendMany.rows")),
        (fault, _) => AllTo(messages, fault));

    private static AnsweredItem Item(AnswerRules rules, AnswerOpener opener, AnswerScope row)
    {
        string? id = rules.RowField(row, "id");
        bool isId = HttpCaller.IsId(id);
        bool accepted = rules.RowSuccess is null ? isId : rules.RowSuccess.Passes(row);
        SendOutcome outcome = !accepted ? SendOutcome.From(opener.RowFault(row))
            : isId ? SendOutcome.Accepted(id!, rules.RowNumber(row, "cost"))
            : SendOutcome.Unknown(NoId);
        return new AnsweredItem(rules.RowField(row, "reference"), rules.RowField(row, "recipient"), outcome);
    }

    private static ProviderFault NoId => new(ProviderFaultKind.Unclear, "no-id", "The answer passes for a success but gives no id.");

    private static IReadOnlyList<SendOutcome> AllTo(IReadOnlyList<OutgoingMessage> messages, ProviderFault fault) =>
        messages.Select(_ => SendOutcome.From(fault)).ToList();

    private static string Digits(long number) => number.ToString(CultureInfo.InvariantCulture);
}
