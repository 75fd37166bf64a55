using System;
using System.Collections.Generic;
using System.Globalization;
using smSys.Messaging.Providers;
using smSys.Providers.Times;
using smSys.Providers.Wire;

namespace smSys.Providers.Kavenegar;

/// <summary>
/// Where reading the inbox stands. A round drains the unread messages, at most 100 a call, which marks them as read, and then
/// reads the already read ones of the window again page by page, because an answer may have been lost.
/// </summary>
internal sealed class KavenegarInbox
{
    public const int PageSize = 100;

    /// <summary>The service takes no wider window.</summary>
    private static readonly TimeSpan WidestWindow = TimeSpan.FromDays(2);

    private readonly bool _rereads;

    private KavenegarInbox(int readPage, bool rereads)
    {
        ReadPage = readPage;
        _rereads = rereads;
    }

    /// <summary>0 while the unread ones are drained, else the page of the read ones.</summary>
    public int ReadPage { get; }

    public string Operation => ReadPage == 0 ? "sms/receive" : "sms/inboxpaged";

    /// <summary>From a cursor such as <c>read:1</c>; anything else begins a round.</summary>
    public static KavenegarInbox At(ReceiveRequest request, bool rereads)
    {
        string[] parts = (request.Cursor ?? string.Empty).Split(':');
        bool reads = parts.Length == 2 && parts[0] == "read";
        return new KavenegarInbox(reads && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int page) ? page : 0, rereads);
    }

    public string Form(ReceiveRequest request)
    {
        FormText form = new FormText().Field("linenumber", request.Line).Field("isread", ReadPage == 0 ? "0" : "1");
        if (ReadPage > 0)
        {
            DateTime until = request.Until.AddMinutes(1);
            DateTime since = request.Since > until - WidestWindow ? request.Since : until - WidestWindow;
            form.Field("startdate", Seconds(since)).Field("enddate", Seconds(until)).Field("pagenumber", ReadPage.ToString(CultureInfo.InvariantCulture));
        }

        return form.ToString();
    }

    public ReceivedPage Page(WireNode root)
    {
        IReadOnlyList<WireNode> entries = root["entries"]?.Children ?? [];
        var messages = new List<ReceivedMessage>();
        foreach (WireNode entry in entries)
        {
            if (KavenegarWire.Received(entry) is ReceivedMessage message)
            {
                messages.Add(message);
            }
        }

        messages.Sort(OldestFirst);
        string? next = Next(root["metadata"], entries.Count);
        return new ReceivedPage(messages, next, next is not null);
    }

    private string? Next(WireNode? metadata, int count)
    {
        if (ReadPage == 0)
        {
            return count >= PageSize ? "unread" : _rereads ? "read:1" : null;
        }

        bool more = count > 0 && metadata?.NumberOf("totalpages") is decimal pages && ReadPage < pages;
        return more ? "read:" + (ReadPage + 1).ToString(CultureInfo.InvariantCulture) : null;
    }

    private static string Seconds(DateTime utc) => (UnixTime.Milliseconds(utc) / 1000).ToString(CultureInfo.InvariantCulture);

    private static int OldestFirst(ReceivedMessage a, ReceivedMessage b)
    {
        int byTime = Nullable.Compare(a.Time, b.Time);
        return byTime != 0 ? byTime : Number(a).CompareTo(Number(b));
    }

    private static long Number(ReceivedMessage message) => long.Parse(message.ProviderMessageId!, NumberStyles.None, CultureInfo.InvariantCulture);
}
