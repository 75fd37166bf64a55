using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using smSys.Messaging.Providers;
using smSys.Providers.Times;
using smSys.Providers.Wire;

namespace smSys.Providers.ParsGreen;

/// <summary>
/// Where reading the inbox stands. Ids are scrambled and tell no order, so a round reads the window's unread messages and then
/// its read ones (somebody may have opened them in the panel); nothing is marked, and known ids are sorted out by the caller.
/// </summary>
internal sealed class ParsGreenInbox
{
    public const int PageSize = 50;

    private const int MostPages = 200;
    private readonly bool _read;
    private readonly int _page;

    private ParsGreenInbox(bool read, int page)
    {
        _read = read;
        _page = page;
    }

    /// <summary>From a cursor such as <c>unread:2</c> or <c>read:1</c>; anything else begins a round.</summary>
    public static ParsGreenInbox At(ReceiveRequest request)
    {
        string[] parts = (request.Cursor ?? string.Empty).Split(':');
        return parts.Length == 2 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int page) && page > 0
            ? new ParsGreenInbox(parts[0] == "read", page)
            : new ParsGreenInbox(read: false, page: 1);
    }

    public SoapEnvelope Ask(SoapEnvelope soap, string location) => soap
        .Value("location", location)
        .Flag("isRead", _read)
        .Value("rowInPage", PageSize.ToString(CultureInfo.InvariantCulture))
        .Value("startPage", _page.ToString(CultureInfo.InvariantCulture));

    /// <param name="result">A DataSet: rows anywhere inside.</param>
    /// <param name="columns">Names of id, text, time, sender and line, in this order.</param>
    /// <param name="request">What was asked.</param>
    public ReceivedPage Page(WireNode result, IReadOnlyList<string> columns, ReceiveRequest request)
    {
        var rows = new List<ReceivedMessage>();
        Collect(result, columns, rows);
        var messages = new List<ReceivedMessage>();
        bool pastWindow = rows.Count > 0 && rows[rows.Count - 1].Time < request.Since && rows[0].Time >= rows[rows.Count - 1].Time;
        foreach (ReceivedMessage row in rows)
        {
            // The sent messages of the account have the line as their sender; a wrong location shows those.
            if (IsSameLine(row.Line, request.Line))
            {
                messages.Add(row with { Line = request.Line.Length > 0 ? request.Line : row.Line });
            }
        }

        messages.Sort((a, b) => Nullable.Compare(a.Time, b.Time));
        bool more = rows.Count >= PageSize && !pastWindow && _page < MostPages;
        string? next = more ? Cursor(_read, _page + 1) : _read ? null : Cursor(true, 1);
        return new ReceivedPage(messages, next, next is not null);
    }

    private static void Collect(WireNode node, IReadOnlyList<string> columns, List<ReceivedMessage> rows)
    {
        foreach (WireNode child in node.Children)
        {
            string? id = child.TextOf(columns[0]);
            string? sender = child.TextOf(columns[3]);
            if (id is not null && sender is not null && id.Length <= 100)
            {
                rows.Add(new ReceivedMessage(
                    id, sender, child.TextOf(columns[4]) ?? string.Empty, child[columns[1]]?.Text ?? string.Empty, TehranTime.Parse(child.TextOf(columns[2]))));
            }
            else
            {
                Collect(child, columns, rows);
            }
        }
    }

    private static bool IsSameLine(string told, string asked)
    {
        string a = Digits(told);
        string b = Digits(asked);
        return b.Length == 0 || (a.Length > 0 && (a.EndsWith(b, StringComparison.Ordinal) || b.EndsWith(a, StringComparison.Ordinal)));
    }

    private static string Digits(string text)
    {
        var digits = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            if (c is >= '0' and <= '9')
            {
                digits.Append(c);
            }
        }

        return digits.ToString().TrimStart('0');
    }

    private static string Cursor(bool read, int page) => (read ? "read:" : "unread:") + page.ToString(CultureInfo.InvariantCulture);
}
