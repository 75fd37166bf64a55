using System.Diagnostics;
using System.Globalization;
using System.Text;
using smSys.Messaging.Providers;
using smSys.Providers.Tests.Doubles;

namespace smSys.Providers.Tests;

/// <summary>
/// Mutated and random answers give an outcome, never an exception. The sample is seeded; the variable
/// SMSYS_HOSTILE_ANSWERS sets another number of answers per adapter, for example 200000.
/// </summary>
public sealed class HostileAnswerTests
{
    private static readonly string[] Bombs =
    [
        "<!DOCTYPE a [<!ENTITY x 'xxxxxxxxxx'><!ENTITY y '&x;&x;&x;&x;&x;'>]><a>&y;</a>",
        new('[', 100_000),
        string.Concat(Enumerable.Repeat("{\"data\":", 50_000)),
        string.Concat(Enumerable.Repeat("<a>", 100_000)),
        "{\"isSuccess\":true,\"data\":[" + string.Join(',', Enumerable.Repeat("{}", 200_000)) + "]}",
        "{\"isSuccess\":true,\"data\":{\"messageId\":1e400,\"credit\":123456789012345678901234567890123456789}}",
        "{\"isSuccess\":true,\"data\":{\"messageId\":\"1' OR \\\"1\\\"=\\\"1\",\"clientReferenceId\":\"5000000000000000001\"}}",
        "{\"\\ud800\":\"\\udfff\"}",
        "\0\0\0\0",
    ];

    private static readonly string[] Pieces =
    [
        "{", "}", "[", "]", "\"", ":", ",", "null", "true", "-1", "0", "99999999999999999999", "1e999", "\\u0000", "\\ud800", "<", ">", "</", "/>", "&amp;", "&#0;", "&x;",
        "<![CDATA[", "]]>", "<!--", "\uFEFF", "\u200c", "data", "items", "isSuccess", "messageId", "DataSendOut", "ServerID", "Error!", ";", "5000000000000000001",
    ];

    [Theory]
    [MemberData(nameof(ProviderFacts.Kinds), MemberType = typeof(ProviderFacts))]
    public void Hostile_answers_give_an_outcome(string kind)
    {
        bool whole = int.TryParse(Environment.GetEnvironmentVariable("SMSYS_HOSTILE_ANSWERS"), out int wanted);
        int count = whole ? wanted : 3_000;
        byte[][] seeds = [.. Seeds(ProviderFacts.SimulatorOf(kind))];
        var handler = new HostileHandler(ProviderFacts.Of(kind).Media);
        Action<ISmsProvider>[] operations = [.. Operations(ProviderFacts.Capabilities(kind))];
        ICallbackReader callbacks = ProviderCatalog.CreateCallbackReader(ProviderFacts.KindOf(kind), new Dictionary<string, string>());
        var slowest = TimeSpan.Zero;
        for (int i = 0; i < count; i++)
        {
            var random = new Random(i);
            handler.Answer = i < Bombs.Length ? Encoding.UTF8.GetBytes(Bombs[i]) : Mutate(seeds[random.Next(seeds.Length)], random);
            handler.Status = random.Next(6) == 0 ? 500 : 200;
            long started = Stopwatch.GetTimestamp();
            operations[random.Next(operations.Length)](Provider(kind, handler));
            Push(callbacks, handler.Answer);
            slowest = TimeSpan.FromTicks(Math.Max(slowest.Ticks, Stopwatch.GetElapsedTime(started).Ticks));
        }

        Assert.True(handler.Calls >= count, "Only " + handler.Calls + " answers were asked for.");
        Assert.True(!whole || slowest < TimeSpan.FromSeconds(1), "An answer hung: " + slowest.TotalSeconds.ToString(CultureInfo.InvariantCulture) + " s.");
    }

    [Theory]
    [MemberData(nameof(ProviderFacts.Kinds), MemberType = typeof(ProviderFacts))]
    public void The_largest_answer_that_is_read_takes_less_than_ten_megabytes(string kind)
    {
        ProviderFacts facts = ProviderFacts.Of(kind);
        string piece = facts.IsXml ? "<DataSendOut><ClientID>1</ClientID></DataSendOut>" : "{\"messageId\":\"1\"},";
        string head = facts.IsXml ? "<Envelope><Body><Response>" : "{\"isSuccess\":true,\"meta\":{\"status\":200},\"data\":[";
        var handler = new HostileHandler(facts.Media) { Answer = Encoding.UTF8.GetBytes(head + string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length))) };
        Provider(kind, handler).Send(Some.Messages(3));
        ISmsProvider provider = Provider(kind, handler);

        long before = GC.GetAllocatedBytesForCurrentThread();
        provider.Send(Some.Messages(3));
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.True(allocated < 10 * 1024 * 1024, "Allocated " + allocated + " bytes.");
    }

    private static IEnumerable<byte[]> Seeds(string kind) =>
        Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "recordings", kind)).Order(StringComparer.Ordinal)
            .SelectMany(file => File.ReadAllText(file).ReplaceLineEndings("\n").Split("\n<<< ").Skip(1))
            .Select(answer => Encoding.UTF8.GetBytes(answer.Split("\n\n", 3)[1]));

    private static byte[] Mutate(byte[] seed, Random random)
    {
        var bytes = new List<byte>(seed);
        for (int change = random.Next(1, 8); change > 0 && bytes.Count > 0; change--)
        {
            int at = random.Next(bytes.Count);
            switch (random.Next(5))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 40), bytes.Count - at));
                    break;
                case 2:
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes(Pieces[random.Next(Pieces.Length)]));
                    break;
                case 3:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(1, 200), bytes.Count - at)));
                    break;
                default:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
            }
        }

        return [.. bytes];
    }

    private static ISmsProvider Provider(string kind, HostileHandler handler) => ProviderFacts.Create(
        kind, Some.Account("https://hostile.example.test/", options: ProviderFacts.Options(kind)), Some.Handled(handler));

    /// <summary>Those that the provider has; each makes a call, or one a message.</summary>
    private static IEnumerable<Action<ISmsProvider>> Operations(ProviderCapabilities can)
    {
        yield return provider => Assert.Single(provider.Send([Some.Message(11)]));
        yield return provider => Assert.Equal(3, provider.Send(Some.Messages(3)).Count);
        if (can.AskLimit > 0)
        {
            yield return provider => Assert.Equal(2, provider.AskCall([11, 12]).Count);
        }

        if (can.StateLimit > 0)
        {
            yield return provider => Assert.True(provider.GetStates(["23900011", "2"]) is { Succeeded: true } or { Fault: not null });
        }

        if (can.ReceiveLimit > 0)
        {
            yield return provider => Assert.True(
                provider.Receive(new ReceiveRequest("1", null, DateTime.UnixEpoch, DateTime.UnixEpoch)) is { Succeeded: true } or { Fault: not null });
        }

        if (can.HasBalance)
        {
            yield return provider => Assert.True(provider.GetBalance() is { Succeeded: true } or { Fault: not null });
        }

        if (can.HasLines)
        {
            yield return provider => Assert.True(provider.GetLines() is { Succeeded: true } or { Fault: not null });
        }
    }

    private static void Push(ICallbackReader reader, byte[] hostile)
    {
        string text = Encoding.UTF8.GetString(hostile);
        CallbackAnswer answer = reader.Read(new CallbackRequest { Query = text, ContentType = "text/plain", Body = text });
        Assert.True(answer.Receipts.Count + answer.Messages.Count + answer.Unread > 0);
    }

    private sealed class HostileHandler(string type) : HttpMessageHandler
    {
        public byte[] Answer { get; set; } = [];

        public int Status { get; set; } = 200;

        public int Calls { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Calls++;
            var response = new HttpResponseMessage((System.Net.HttpStatusCode)Status) { Content = new ByteArrayContent(Answer) };
            bool asksInXml = request.Content?.Headers.ContentType?.MediaType == "text/xml";
            response.Content.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse(asksInXml ? "text/xml" : type);
            return Task.FromResult(response);
        }
    }
}
