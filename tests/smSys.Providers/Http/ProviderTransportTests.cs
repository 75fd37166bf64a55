using System.Net;
using System.Net.Sockets;
using System.Text;
using smSys.Messaging.Providers;
using smSys.Providers.Http;
using smSys.Providers.Tests.Doubles;

namespace smSys.Providers.Tests.Http;

public sealed class ProviderTransportTests
{
    private const string Host = "http://provider.sim.test/";

    [Theory]
    [InlineData(SocketError.ConnectionRefused, "refused")]
    [InlineData(SocketError.HostNotFound, "name")]
    [InlineData(SocketError.HostUnreachable, "route")]
    [InlineData(SocketError.NetworkUnreachable, "route")]
    public void Certainly_not_sent_is_a_failed_connection_before_the_body_began(SocketError error, string code)
    {
        using ProviderTransport transport = Transport(Failing(new SocketException((int)error), readsBody: false));

        Exchange exchange = transport.Call(Post());

        Assert.Equal(ExchangeEnd.NeverSent, exchange.End);
        Assert.Equal(code, exchange.Code);
        Assert.False(exchange.WentOut);
    }

    [Theory]
    [InlineData(SocketError.ConnectionRefused)]
    [InlineData(SocketError.HostUnreachable)]
    [InlineData(SocketError.ConnectionReset)]
    public void After_the_body_began_no_exception_proves_anything(SocketError error)
    {
        using ProviderTransport transport = Transport(Failing(new SocketException((int)error), readsBody: true));

        Exchange exchange = transport.Call(Post());

        Assert.Equal(ExchangeEnd.Cut, exchange.End);
        Assert.True(exchange.WentOut);
    }

    [Theory]
    [InlineData(SocketError.ConnectionReset)]
    [InlineData(SocketError.TimedOut)]
    public void Other_failures_before_the_body_are_not_certain_either(SocketError error)
    {
        using ProviderTransport transport = Transport(Failing(new SocketException((int)error), readsBody: false));

        Assert.Equal(ExchangeEnd.Cut, transport.Call(Post()).End);
    }

    [Fact]
    public void A_name_that_NET_Framework_could_not_resolve_counts_as_never_sent()
    {
        using ProviderTransport transport = Transport(new FailingHandler(
            new HttpRequestException("sent", new WebException("name", WebExceptionStatus.NameResolutionFailure)), readsBody: false));

        Assert.Equal(ExchangeEnd.NeverSent, transport.Call(Post()).End);
    }

    [Fact]
    public void The_time_out_covers_the_whole_exchange()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using ProviderTransport transport = Transport(Some.RoutedTo(new Uri("http://127.0.0.1:" + ((IPEndPoint)listener.LocalEndpoint).Port)));

        Exchange exchange = transport.Call(Post(TimeSpan.FromMilliseconds(300)));

        Assert.Equal(ExchangeEnd.TimedOut, exchange.End);
    }

    [Fact]
    public void An_answer_larger_than_any_honest_one_is_not_read_to_its_end()
    {
        using ProviderTransport announced = Transport(ReplayHandler.Answering(200, "application/json", new byte[ProviderTransport.LargestAnswer + 1]));
        using ProviderTransport endless = Transport(new StreamingHandler(new EndlessStream()));
        using ProviderTransport fitting = Transport(ReplayHandler.Answering(200, "application/json", new byte[ProviderTransport.LargestAnswer]));

        Assert.Equal(ExchangeEnd.TooLong, announced.Call(Post()).End);
        Assert.Equal(ExchangeEnd.TooLong, endless.Call(Post()).End);
        Assert.Equal(ExchangeEnd.Answered, fitting.Call(Post()).End);
    }

    [Fact]
    public void A_key_that_cannot_stand_in_a_header_is_refused_before_the_network()
    {
        using ProviderTransport transport = Transport(ReplayHandler.Answering(200, "text/plain", []));

        Exchange exchange = transport.Call(Post().With([new KeyValuePair<string, string>("ApiKey", "کلید")]));

        Assert.Equal(ExchangeEnd.Forbidden, exchange.End);
        Assert.Equal("secret-form", exchange.Code);
    }

    [Fact]
    public async Task Redirects_are_not_followed_and_each_call_asks_for_its_connection_to_be_closed()
    {
        string moved = "HTTP/1.1 302 Found\r\nLocation: http://elsewhere.sim.test/\r\nContent-Length: 0\r\n\r\n";
        await using CuttingListener listener = CuttingListener.At(CutAt.MidResponseBody, moved);
        using ProviderTransport transport = Transport(Some.RoutedTo(listener.Address));

        Exchange first = transport.Call(Post());
        Exchange second = transport.Call(Post());

        Assert.True(first.Status == 302, first.End + " " + first.Code + " " + first.Words);
        Assert.True(second.Status == 302, second.End + " " + second.Code + " " + second.Words);
        Assert.Equal(2, listener.Connections);
        Assert.All(listener.Received, head => Assert.Contains("\r\nConnection: close\r\n", head, StringComparison.Ordinal));
    }

    [Fact]
    public void A_trace_line_names_operation_host_and_size_and_nothing_secret()
    {
        var lines = new List<string>();
        using ProviderTransport transport = Transport(new ProviderSurroundings
        {
            Handler = () => ReplayHandler.Answering(200, "application/json", Encoding.UTF8.GetBytes(Some.PlainSecret)),
            Trace = lines.Add,
        });

        transport.Call(WireRequest.Get("Ask", new Uri(Host + "?key=" + Some.PlainSecret), TimeSpan.FromSeconds(5)));

        Assert.Equal(["Ask at provider.sim.test: 200 application/json, 18 bytes"], lines);
    }

    private static WireRequest Post(TimeSpan? timeout = null) =>
        WireRequest.Post("Send", new Uri(Host), "{}", "application/json; charset=utf-8", timeout ?? TimeSpan.FromSeconds(20));

    private static ProviderTransport Transport(HttpMessageHandler handler) => Transport(Some.Handled(handler));

    private static ProviderTransport Transport(ProviderSurroundings surroundings) =>
        new(Some.Account(Host), surroundings, new SecretMask([Some.PlainSecret]));

    private static FailingHandler Failing(SocketException error, bool readsBody) => new(new HttpRequestException("sent", error), readsBody);

    private sealed class StreamingHandler(Stream stream) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage { Content = new StreamContent(stream) });
    }

    private sealed class EndlessStream : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => 0; set => throw new NotSupportedException(); }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => count;

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
