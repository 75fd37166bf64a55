using System;
using System.Collections.Generic;
using System.Globalization;
using smSys.Messaging.Providers;
using smSys.Providers.Times;
using smSys.Providers.Wire;

namespace smSys.Providers.Ghasedak;

/// <summary>
/// Where reading the inbox stands. A round reads the unread pages and then the already read ones of the same window again,
/// because reading marks as read and an answer may be lost. A page that shifts under the marking is not lost either: what it
/// skips stays unread for the next round.
/// </summary>
internal sealed class GhasedakInbox
{
    public const int PageSize = 100;

    private readonly bool _read;
    private readonly int _page;

    private GhasedakInbox(bool read, int page)
    {
        _read = read;
        _page = page;
    }

    /// <summary>From a cursor such as <c>unread:2</c> or <c>read:1</c>; anything else begins a round.</summary>
    public static GhasedakInbox At(ReceiveRequest request)
    {
        string[] parts = (request.Cursor ?? string.Empty).Split(':');
        return parts.Length == 2 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int page)
            ? new GhasedakInbox(parts[0] == "read", page)
            : new GhasedakInbox(read: false, page: 1);
    }

    /// <summary>
    /// The window is widened by the offset on both sides: the documents do not say whether a time without a zone is Tehran's,
    /// and the provider's clock may be ahead of ours.
    /// </summary>
    public string Query(ReceiveRequest request) =>
        "LineNumber=" + Uri.EscapeDataString(request.Line)
        + "&IsRead=" + (_read ? "true" : "false")
        + "&StartDate=" + Clock(request.Since)
        + "&EndDate=" + Clock(TehranTime.FromUtc(request.Until).AddHours(1))
        + "&PageIndex=" + _page.ToString(CultureInfo.InvariantCulture)
        + "&PageSize=" + PageSize.ToString(CultureInfo.InvariantCulture);

    public ReceivedPage Page(WireNode data, WireNode items)
    {
        var messages = new List<ReceivedMessage>();
        foreach (WireNode item in items.Children)
        {
            if (GhasedakWire.Received(item) is ReceivedMessage message)
            {
                messages.Add(message);
            }
        }

        messages.Sort(OldestFirst);
        string? next = Next(data, items.Children.Count);
        return new ReceivedPage(messages, next, next is not null);
    }

    private string? Next(WireNode data, int count)
    {
        // The documents count pages from 1, the vendor's own library from 0: if something precedes our first page, it is page 0.
        if (_page == 1 && data.IsTrue("hasPreviousPage"))
        {
            return Cursor(_read, 0);
        }

        bool more = data.IsTrue("hasNextPage") && count > 0;
        return more ? Cursor(_read, _page == 0 ? 2 : _page + 1) : _read ? null : Cursor(true, 1);
    }

    private static string Cursor(bool read, int page) => (read ? "read:" : "unread:") + page.ToString(CultureInfo.InvariantCulture);

    private static string Clock(DateTime time) => Uri.EscapeDataString(time.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture));

    private static int OldestFirst(ReceivedMessage a, ReceivedMessage b)
    {
        int byTime = Nullable.Compare(a.Time, b.Time);
        return byTime != 0 || a.ProviderMessageId is null || b.ProviderMessageId is null
            ? byTime
            : a.ProviderMessageId.Length != b.ProviderMessageId.Length
                ? a.ProviderMessageId.Length.CompareTo(b.ProviderMessageId.Length)
                : string.CompareOrdinal(a.ProviderMessageId, b.ProviderMessageId);
    }
}
