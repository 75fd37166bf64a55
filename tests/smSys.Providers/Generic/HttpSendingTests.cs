using System.Net;
using System.Net.Sockets;
using System.Text;
using smSys.Messaging.Providers;
using smSys.Providers.Tests.Doubles;

namespace smSys.Providers.Tests.Generic;

/// <summary>How messages are dealt to calls, and what a GET costs.</summary>
public sealed class HttpSendingTests
{
    private const string Ok = "{\"status\":\"ok\",\"id\":1}";

    [Fact]
    public void Without_sendMany_every_message_is_a_call_of_its_own()
    {
        var handler = new ListeningHandler(200, "application/json", Ok);

        IReadOnlyList<SendOutcome> outcomes = Described.Provider(Described.Small(("sendsPerBatch", "20")), handler).Send(Some.Messages(20));

        Assert.All(outcomes, outcome => Assert.Equal(SendOutcomeKind.Accepted, outcome.Kind));
        Assert.Equal(20, handler.Requests.Count);
    }

    [Fact]
    public void With_a_pace_one_call_goes_out_and_the_rest_waits()
    {
        var handler = new ListeningHandler(200, "application/json", Ok);

        IReadOnlyList<SendOutcome> outcomes = Described.Provider(Described.Small(("sendsPerBatch", "3"), ("pace", "{ \"send\": 1 }")), handler).Send(Some.Messages(3));

        Assert.Single(handler.Requests);
        Assert.Equal(SendOutcomeKind.Accepted, outcomes[0].Kind);
        Assert.All(outcomes.Skip(1), outcome => Assert.Equal((ProviderFaultKind.SlowDown, "not-tried"), (outcome.Fault!.Kind, outcome.Fault.Code)));
    }

    [Fact]
    public void What_a_request_says_once_its_messages_have_in_common()
    {
        string definition = Described.Small(
            ("sendMany", "{ \"url\": \"/many\", \"body\": { \"line\": \"{line}\", \"text\": \"{text}\", \"to\": \"{recipients:98:array}\" }, \"success\": { \"at\": \"$.status\", \"equals\": \"ok\" }, \"id\": \"reference\" }"),
            ("sendMany/headers", "{ \"X-Refs\": \"{references}\" }"));
        var handler = new ListeningHandler(200, "application/json", Ok);

        IReadOnlyList<SendOutcome> outcomes = Described.Provider(definition, handler).Send(
        [
            Some.Message(1, "09121110001", "الف"), Some.Message(2, "09121110002", "ب"), Some.Message(3, "09121110003", "الف"),
            Some.Message(4, "09121110004", "الف", "2000"), Some.Message(5, "09121110005", "ب"),
        ]);

        Assert.Equal(["1", "2", "3", "1", "5"], outcomes.Select(outcome => outcome.ProviderMessageId));
        Assert.Equal("{\"line\":\"30001234\",\"text\":\"الف\",\"to\":[\"989121110001\",\"989121110003\"]}", handler.Requests[0].Body);
        Assert.Equal(["/many", "/many", "/send"], handler.Requests.Select(request => new Uri(request.Address).AbsolutePath));
    }

    [Fact]
    public void Nothing_is_sent_of_nothing()
    {
        var handler = new ListeningHandler(200, "application/json", Ok);
        string definition = Described.Small(("send/contentType", "\"text/plain\""), ("send/body", "\"{text}\""), ("send/headers", "{ \"X-To\": \"{recipient}\" }"));

        SendOutcome outcome = Described.Provider(definition, handler).Send([Some.Message(text: string.Empty)]).Single();

        Assert.Equal((ProviderFaultKind.Refused, "empty"), (outcome.Fault!.Kind, outcome.Fault.Code));
        Assert.Empty(handler.Requests);
    }

    [Fact]
    public void Operations_hang_on_the_host_on_the_accounts_path_or_on_a_host_of_their_own()
    {
        var handler = new ListeningHandler(200, "application/json", Ok);
        string[] urls = ["/send", "send", "https://other.example.test/send?x=1"];
        foreach (string url in urls)
        {
            ProviderCatalog.Create("http", Some.Account("https://panel.example.test/api/v2/", options: ("definition", Described.Small(("send/url", "\"" + url + "\"")))), Some.Handled(handler))
                .Send([Some.Message()]);
        }

        Assert.Equal(["https://panel.example.test/send", "https://panel.example.test/api/v2/send", "https://other.example.test/send?x=1"], handler.Requests.Select(request => request.Address));
    }

    [Fact]
    public void Coding_tells_Latin_from_Persian()
    {
        var handler = new ListeningHandler(200, "application/json", Ok);
        ISmsProvider provider = Described.Provider(Described.Small(("send/body/coding", "\"{coding:number}\"")), handler);

        provider.Send([Some.Message(text: "Hello @ 5€")]);
        provider.Send([Some.Message(text: "Hello ی")]);

        Assert.Contains("\"coding\":0", handler.Requests[0].Body, StringComparison.Ordinal);
        Assert.Contains("\"coding\":2", handler.Requests[1].Body, StringComparison.Ordinal);
    }

    [Fact]
    public void A_GET_that_is_ticked_goes_out()
    {
        var handler = new ListeningHandler(200, "application/json", Ok);

        SendOutcome outcome = Described.Provider(Get, handler).Send([Some.Message(77, text: "سلام & درود")]).Single();

        Assert.Equal(SendOutcomeKind.Accepted, outcome.Kind);
        Assert.Equal("https://panel.example.test/send?to=09121234567&text=%D8%B3%D9%84%D8%A7%D9%85%20%26%20%D8%AF%D8%B1%D9%88%D8%AF&ref=77", handler.Requests.Single().Address);
    }

    [Fact]
    public async Task A_GET_that_met_nobody_may_have_met_somebody_before()
    {
        // Takes the request, hangs up and closes: the platform tries again by itself and is refused.
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        int port = ((IPEndPoint)listener.LocalEndpoint).Port;
        Task<bool> taken = Task.Run(async () =>
        {
            using Socket socket = await listener.AcceptSocketAsync();
            int read = await socket.ReceiveAsync(new byte[4096]);
            listener.Stop();
            return read > 0;
        });
        ISmsProvider provider = ProviderCatalog.Create(
            "http", Some.Account("http://panel.sim.test/", options: ("definition", Get)), Some.RoutedTo(new Uri("http://127.0.0.1:" + port + "/")));

        SendOutcome outcome = provider.Send([Some.Message()]).Single();

        Assert.True(await taken);
        Assert.Equal((SendOutcomeKind.Unknown, ProviderFaultKind.Unclear), (outcome.Kind, outcome.Fault!.Kind));
    }

    [Fact]
    public async Task A_POST_that_met_nobody_is_certainly_not_sent()
    {
        await using CuttingListener listener = CuttingListener.At(CutAt.BeforeConnect);

        SendOutcome outcome = ProviderCatalog.Create("http", Some.Account("http://panel.sim.test/", options: ("definition", Described.Smallest)), Some.RoutedTo(listener.Address))
            .Send([Some.Message()]).Single();

        Assert.Equal((SendOutcomeKind.Rejected, ProviderFaultKind.Unreachable), (outcome.Kind, outcome.Fault!.Kind));
    }

    [Fact]
    public void Basic_credentials_go_into_a_header_and_into_no_word()
    {
        var handler = new ListeningHandler(401, "text/plain", "Who is " + Convert.ToBase64String(Encoding.UTF8.GetBytes(Some.User + ":" + Some.PlainSecret)) + "?");
        string definition = Described.Small(("headers", "{ \"Authorization\": \"Basic {basic}\" }"), ("send/success", "{ \"at\": \"body\", \"matches\": \"^ok\" }"), ("send/id", "\"regex:\\\\d+\""), ("send/error", null));

        SendOutcome outcome = Described.Provider(definition, handler).Send([Some.Message()]).Single();

        Assert.StartsWith("Basic ", handler.Requests.Single().Headers["Authorization"], StringComparison.Ordinal);
        Assert.Equal("Who is ***?", outcome.Fault!.Words);
    }

    private static string Get => Described.Small(
        ("allowGetForSending", "true"), ("send/method", "\"GET\""), ("send/body", null), ("send/url", "\"/send?to={recipient}&text={text}&ref={reference}\""));
}
