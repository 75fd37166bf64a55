using System;
using System.Collections.Generic;
using System.Linq;
using smSys.Messaging.Providers;
using smSys.Providers.Generic.Answers;
using smSys.Providers.Generic.Definitions;
using smSys.Providers.Generic.Requests;

namespace smSys.Providers.Generic;

/// <summary>Reads incoming messages by a definition, with a cursor from the answer, the newest id as cursor, or none.</summary>
internal sealed class HttpInbox
{
    private const int LongestCursor = 500;

    private readonly HttpCaller _caller;
    private readonly HttpOperation _receive;
    private readonly Func<RequestValues> _values;

    public HttpInbox(HttpCaller caller, HttpOperation receive, Func<RequestValues> values)
    {
        _caller = caller;
        _receive = receive;
        _values = values;
    }

    public ProviderAnswer<ReceivedPage> Receive(ReceiveRequest request) => _caller.Ask(
        _receive,
        _values().About(receive: request, firstCursor: _receive.FirstCursor, limit: _receive.Limit),
        (opener, answer) => _receive.Answer.Rows!.Rows(answer) is IReadOnlyList<AnswerScope> rows && !Locator.AreTooMany(rows)
            ? Page(request, answer, rows)
            : new ProviderAnswer<ReceivedPage>(HttpCaller.Odd("receive.rows")));

    /// <summary>A line as we write it.</summary>
    public static string Digits(string? line) => new((line ?? string.Empty).Where(c => c is >= '0' and <= '9').ToArray());

    private ProviderAnswer<ReceivedPage> Page(ReceiveRequest request, AnswerScope answer, IReadOnlyList<AnswerScope> rows)
    {
        AnswerRules rules = _receive.Answer;
        List<ReceivedMessage> messages = rows.Select(row => Message(request, row)).OfType<ReceivedMessage>().ToList();
        if (_receive.NewestFirst)
        {
            messages.Reverse();
        }

        string? found = _receive.CursorIsNewestId ? messages.LastOrDefault(message => message.ProviderMessageId is not null)?.ProviderMessageId : rules.Field(answer, "cursor");
        if (found is not null && found.Length > LongestCursor)
        {
            return new ProviderAnswer<ReceivedPage>(HttpCaller.Odd("receive.cursor"));
        }

        string? cursor = found ?? request.Cursor;
        bool goesOn = _receive.MarksAsRead || !string.Equals(cursor, request.Cursor, StringComparison.Ordinal);
        bool more = messages.Count > 0 && goesOn && (rules.More?.Passes(answer) ?? rows.Count >= _receive.Limit);
        return new ProviderAnswer<ReceivedPage>(new ReceivedPage(messages, cursor, more));
    }

    /// <summary>Null when the row is none: whoever wrote nothing from nowhere.</summary>
    private ReceivedMessage? Message(ReceiveRequest request, AnswerScope row)
    {
        AnswerRules rules = _receive.Answer;
        string? sender = rules.RowField(row, "sender");
        string line = rules.RowFields.ContainsKey("line") ? Digits(rules.RowField(row, "line")) : request.Line;
        return sender is null
            ? null
            : new ReceivedMessage(rules.RowField(row, "id"), sender, line, rules.RowField(row, "text", trimmed: false) ?? string.Empty, HttpStates.Time(rules.RowField(row, "time")));
    }
}
