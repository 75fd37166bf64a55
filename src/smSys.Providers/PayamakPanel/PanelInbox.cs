using System;
using System.Collections.Generic;
using System.Globalization;
using smSys.Messaging.Providers;
using smSys.Providers.Times;
using smSys.Providers.Wire;

namespace smSys.Providers.PayamakPanel;

/// <summary>
/// Where reading the inbox stands. The panel counts from the newest message back, so a round reads pages until it meets what
/// the last round knew, or what is older than the window; only then the mark moves up, so a round that breaks off loses
/// nothing. Reading does not mark.
/// </summary>
internal sealed class PanelInbox
{
    public const int PageSize = 100;

    private readonly long _known;
    private readonly long _top;
    private readonly long _low;
    private readonly int _page;

    private PanelInbox(long known, long top, long low, int page)
    {
        _known = known;
        _top = top;
        _low = low;
        _page = page;
    }

    /// <summary>
    /// From a cursor: the highest id that the last round knew and, in mid-round, the highest and lowest of this one and the page,
    /// as <c>7001;7150;7051;1</c>. Anything else begins at nothing.
    /// </summary>
    public static PanelInbox At(ReceiveRequest request)
    {
        string[] parts = (request.Cursor ?? string.Empty).Split(';');
        long known = Number(parts[0]);
        return parts.Length == 4
            ? new PanelInbox(known, Number(parts[1]), Number(parts[2]), (int)Math.Min(Number(parts[3]), 10_000))
            : new PanelInbox(known, known, long.MaxValue, 0);
    }

    public string Index(bool countsPages) => (countsPages ? _page : _page * PageSize).ToString(CultureInfo.InvariantCulture);

    public ReceivedPage Page(IReadOnlyList<WireNode> rows, ReceiveRequest request)
    {
        var messages = new List<ReceivedMessage>();
        long top = _top;
        long low = long.MaxValue;
        bool metKnown = false;
        foreach (WireNode row in rows)
        {
            if (Received(row) is ReceivedMessage message)
            {
                long id = Number(message.ProviderMessageId!);
                top = Math.Max(top, id);
                low = Math.Min(low, id);
                metKnown |= id <= _known || message.Time < request.Since;
                if (id > _known)
                {
                    messages.Add(message);
                }
            }
        }

        messages.Sort((a, b) => Number(a.ProviderMessageId!).CompareTo(Number(b.ProviderMessageId!)));

        // A panel that shows the same page whatever is asked for would never come to an end.
        bool stands = low == long.MaxValue || (_page > 0 && low >= _low);
        bool more = rows.Count >= PageSize && !(NewestFirst(rows) && (metKnown || stands));
        string cursor = more
            ? Text(_known) + ";" + Text(top) + ";" + Text(Math.Min(low, _low)) + ";" + Text(_page + 1)
            : Text(top);
        return new ReceivedPage(messages, cursor, more && _page < 10_000);
    }

    private static bool NewestFirst(IReadOnlyList<WireNode> rows) =>
        Number(rows[0].TextOf("MsgID") ?? string.Empty) >= Number(rows[rows.Count - 1].TextOf("MsgID") ?? string.Empty);

    private static ReceivedMessage? Received(WireNode row)
    {
        string? id = row.TextOf("MsgID");
        string? sender = row.TextOf("Sender");
        return id is null || Number(id) <= 0 || sender is null
            ? null
            : new ReceivedMessage(id, sender, row.TextOf("Receiver") ?? string.Empty, row["Body"]?.Text ?? string.Empty, TehranTime.Parse(row.TextOf("SendDate")));
    }

    private static long Number(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : 0;

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
