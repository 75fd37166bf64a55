using System.Net.Http.Headers;

namespace smSys.Providers.Tests.Doubles;

/// <summary>Answers every request with what it was last given.</summary>
internal sealed class HostileHandler : HttpMessageHandler
{
    /// <summary>Body, status and content type of the next answers.</summary>
    public (byte[] Body, int Status, string ContentType) Answer { get; set; } = ([], 200, "application/json");

    public int Calls { get; private set; }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Calls++;
        var response = new HttpResponseMessage((System.Net.HttpStatusCode)Answer.Status) { Content = new ByteArrayContent(Answer.Body) };

        // A question in XML gets XML where the provider speaks both.
        bool asksInXml = request.Content?.Headers.ContentType?.MediaType == "text/xml" && Answer.ContentType == "application/json";
        response.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(asksInXml ? "text/xml" : Answer.ContentType);
        return Task.FromResult(response);
    }
}

/// <summary>Answers with a body that does not end before <see cref="Length"/>, and counts what was read of it.</summary>
internal sealed class EndlessHandler(string contentType, bool announces) : HttpMessageHandler
{
    public const long Length = 100L * 1024 * 1024;

    private Body? _body;

    /// <summary>Bytes that the last answer was asked for.</summary>
    public long Read => _body?.Position ?? 0;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        _body = new Body();
        var response = new HttpResponseMessage(System.Net.HttpStatusCode.OK) { Content = new StreamContent(_body) };
        response.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        response.Content.Headers.ContentLength = announces ? Length : null;
        return Task.FromResult(response);
    }

    private sealed class Body : Stream
    {
        private long _position;

        public override bool CanRead => true;

        // Without it the platform would announce the length by itself.
        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => _position;
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            int read = (int)Math.Min(buffer.Length, EndlessHandler.Length - _position);
            buffer[..read].Fill((byte)'[');
            _position += read;
            return read;
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => Task.FromResult(Read(buffer, offset, count));

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.FromResult(Read(buffer.Span));

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
