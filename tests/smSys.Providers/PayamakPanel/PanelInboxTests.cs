using System.Net;
using System.Text;
using smSys.Messaging.Providers;
using smSys.Providers.Tests.Doubles;

namespace smSys.Providers.Tests.PayamakPanel;

/// <summary>Paging through an inbox that counts from the newest message back.</summary>
public sealed class PanelInboxTests
{
    private static readonly DateTime Now = new(2026, 11, 23, 8, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void A_long_inbox_is_read_page_by_page_until_the_window_ends()
    {
        var panel = new Panel(350, newestFirst: true, byPage: false);

        (List<string> ids, string? cursor) = ReadAll(panel, null, Now.AddMinutes(-250));

        Assert.Equal(300, ids.Count);
        Assert.Equal(3, panel.Calls);
        Assert.Equal("350", cursor);
    }

    [Fact]
    public void A_later_round_stops_at_what_is_known()
    {
        var panel = new Panel(350, newestFirst: true, byPage: false);

        (List<string> ids, _) = ReadAll(panel, "340", Now.AddDays(-1));

        Assert.Equal(["341", "342", "343", "344", "345", "346", "347", "348", "349", "350"], ids);
        Assert.Equal(1, panel.Calls);
    }

    [Fact]
    public void A_round_that_breaks_off_has_not_moved_the_mark()
    {
        var panel = new Panel(350, newestFirst: true, byPage: false);
        ISmsProvider provider = panel.Provider();

        ReceivedPage first = provider.Receive(Request("100", Now.AddDays(-1))).Value;
        (List<string> again, string? cursor) = ReadAll(panel, "100", Now.AddDays(-1));

        Assert.StartsWith("100;350;", first.Cursor, StringComparison.Ordinal);
        Assert.Equal(250, again.Count);
        Assert.Equal("350", cursor);
    }

    [Fact]
    public void A_panel_that_shows_the_oldest_first_is_read_to_its_end()
    {
        var panel = new Panel(350, newestFirst: false, byPage: false);

        (List<string> ids, string? cursor) = ReadAll(panel, "320", Now.AddDays(-1));

        Assert.Equal(30, ids.Count);
        Assert.Equal("350", cursor);
    }

    [Fact]
    public void A_panel_that_counts_pages_is_asked_for_pages()
    {
        var panel = new Panel(250, newestFirst: true, byPage: true);

        (List<string> ids, _) = ReadAll(panel, null, Now.AddDays(-1), ("index", "page"));

        Assert.Equal(250, ids.Count);
    }

    [Fact]
    public void A_panel_that_always_shows_the_same_page_comes_to_an_end()
    {
        var panel = new Panel(350, newestFirst: true, byPage: false) { IgnoresIndex = true };

        (List<string> ids, string? cursor) = ReadAll(panel, null, Now.AddDays(-1));

        Assert.Equal(100, ids.Count);
        Assert.Equal(("350", 2), (cursor, panel.Calls));
    }

    private static (List<string> Ids, string? Cursor) ReadAll(Panel panel, string? cursor, DateTime since, params (string, string)[] options)
    {
        ISmsProvider provider = panel.Provider(options);
        var ids = new List<string>();
        ReceivedPage page;
        do
        {
            page = provider.Receive(Request(cursor, since)).Value;
            ids.AddRange(page.Messages.Select(message => message.ProviderMessageId!));
            cursor = page.Cursor;
        }
        while (page.HasMore && panel.Calls < 20);
        return ([.. ids.Distinct().OrderBy(int.Parse)], cursor);
    }

    private static ReceiveRequest Request(string? cursor, DateTime since) => new("50004321", cursor, since, Now);

    private sealed class Panel(int messages, bool newestFirst, bool byPage) : HttpMessageHandler
    {
        public bool IgnoresIndex { get; init; }

        public int Calls { get; private set; }

        public ISmsProvider Provider(params (string, string)[] options) =>
            ProviderCatalog.Create("payamakpanel", Some.Account("https://rest.payamak-panel.com/", options: options), Some.Handled(this));

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Calls++;
            string form = await request.Content!.ReadAsStringAsync(cancellationToken);
            int index = IgnoresIndex ? 0 : int.Parse(form.Split("index=")[1].Split('&')[0]) * (byPage ? 100 : 1);
            IEnumerable<int> ids = Enumerable.Range(1, messages);
            IEnumerable<string> rows = (newestFirst ? ids.Reverse() : ids).Skip(index).Take(100).Select(id =>
                "{\"MsgID\":" + id + ",\"Body\":\"بله\",\"Sender\":\"9121110001\",\"Receiver\":\"50004321\",\"SendDate\":\"" + Now.AddMinutes(id - messages).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'") + "\"}");
            string body = "{\"MyBase\":{\"RetStatus\":1},\"Data\":[" + string.Join(',', rows) + "]}";
            return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        }
    }
}
