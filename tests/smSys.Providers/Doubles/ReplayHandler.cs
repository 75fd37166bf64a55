using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace smSys.Providers.Tests.Doubles;

/// <summary>
/// Plays a recorded conversation. Any request that is not the next one of the recording fails the test in
/// <see cref="Dispose(bool)"/>, because the transport turns what a handler throws into a fault.
/// </summary>
internal sealed class ReplayHandler : HttpMessageHandler
{
    private readonly Queue<Recorded> _conversation;
    private readonly List<string> _problems = [];

    private ReplayHandler(IEnumerable<Recorded> conversation) => _conversation = new Queue<Recorded>(conversation);

    /// <summary>A recording under tests/recordings, for example <c>ghasedak/send-one.txt</c>.</summary>
    public static ReplayHandler Of(string recording)
    {
        string text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "recordings", recording));
        return new ReplayHandler(Parse(text.ReplaceLineEndings("\n")));
    }

    /// <summary>Answers every request with the same.</summary>
    public static ReplayHandler Answering(int status, string contentType, byte[] body) => new([new Recorded(string.Empty, [], null, status, contentType, body)]);

    public void Verify()
    {
        if (_conversation.Count > 0)
        {
            _problems.Add(_conversation.Count + " recorded exchanges were not asked for.");
        }

        Assert.Empty(_problems);
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string body = request.Content is null ? string.Empty : await request.Content.ReadAsStringAsync(cancellationToken);
        if (!_conversation.TryDequeue(out Recorded? next))
        {
            _problems.Add("Unexpected: " + request.Method + " " + request.RequestUri);
            throw new HttpRequestException("Nothing recorded.");
        }

        if (next.Line.Length > 0)
        {
            Compare("request", next.Line, request.Method + " " + request.RequestUri!.AbsoluteUri);
            Compare("body", next.RequestBody ?? string.Empty, body);
            foreach (string header in next.RequestHeaders)
            {
                int colon = header.IndexOf(':', StringComparison.Ordinal);
                string name = header[..colon];
                IEnumerable<string> values = request.Headers.TryGetValues(name, out IEnumerable<string>? own) ? own
                    : request.Content!.Headers.TryGetValues(name, out IEnumerable<string>? content) ? content : [];
                Compare(name, header[(colon + 1)..].Trim(), string.Join(", ", values));
            }
        }

        var response = new HttpResponseMessage((HttpStatusCode)next.Status) { Content = new ByteArrayContent(next.ResponseBody) };
        response.Content.Headers.ContentType = next.ContentType.Length == 0 ? null : MediaTypeHeaderValue.Parse(next.ContentType);
        return response;
    }

    private void Compare(string what, string expected, string actual)
    {
        if (!string.Equals(expected, actual, StringComparison.Ordinal))
        {
            _problems.Add(what + "\nexpected: " + expected + "\nactual:   " + actual);
        }
    }

    private static IEnumerable<Recorded> Parse(string text)
    {
        foreach (string exchange in text.Split("\n>>> ").Skip(1))
        {
            string[] halves = exchange.Split("\n<<< ");
            string[] request = halves[0].Split("\n\n", 2);
            string[] requestHead = request[0].Split('\n');
            string[] response = halves[1].Split("\n\n", 2);
            string[] status = response[0].Split(' ', 2);
            yield return new Recorded(
                Filled(requestHead[0].Trim()),
                [.. requestHead.Skip(1).Where(line => line.Contains(':', StringComparison.Ordinal)).Select(Filled)],
                request.Length > 1 ? Filled(request[1].Trim('\n')) : null,
                int.Parse(status[0], System.Globalization.CultureInfo.InvariantCulture),
                status.Length > 1 ? status[1].Trim() : string.Empty,
                Encoding.UTF8.GetBytes(response.Length > 1 ? response[1].Trim('\n') : string.Empty));
        }
    }

    private static string Filled(string text) =>
        text.Replace("{secret}", Some.PlainSecret, StringComparison.Ordinal).Replace("{user}", Some.User, StringComparison.Ordinal);

    private sealed record Recorded(
        string Line, IReadOnlyList<string> RequestHeaders, string? RequestBody, int Status, string ContentType, byte[] ResponseBody);
}
