using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace smSys.Server.Callbacks;

/// <summary>Makes an item of a request, without believing or understanding it.</summary>
public static class RequestReader
{
    // Whatever its exact name, a header with one of these in it may hold credentials.
    private static readonly string[] _secretive = ["auth", "cookie", "token", "key", "secret", "password", "credential", "signature"];
    private static readonly UTF8Encoding _strictUtf8 = new(false, true);

    /// <summary>The item, or null when the body is longer than the limit.</summary>
    public static async Task<CallbackItem?> ReadAsync(HttpRequest request, int limit, DateTime nowUtc, CancellationToken cancel)
    {
        if (await BodyOfAsync(request, limit, cancel).ConfigureAwait(false) is not { } bytes)
        {
            return null;
        }

        var contentType = bytes.Length == 0 ? string.Empty : request.ContentType ?? string.Empty;
        var body = Decode(bytes, contentType);
        return new CallbackItem
        {
            Id = Guid.CreateVersion7(nowUtc),
            On = nowUtc,
            Method = request.Method,
            Query = (request.QueryString.Value ?? string.Empty).TrimStart('?'),
            ContentType = contentType,
            Body = body ?? Encoding.UTF8.GetString(bytes),
            RawBody = body is null ? Convert.ToBase64String(bytes) : null,
            Headers = HeadersOf(request),
        };
    }

    private static async Task<byte[]?> BodyOfAsync(HttpRequest request, int limit, CancellationToken cancel)
    {
        if (request.ContentLength > limit)
        {
            return null;
        }

        using var body = new MemoryStream();
        var buffer = new byte[8192];
        int count;
        while ((count = await request.Body.ReadAsync(buffer, cancel).ConfigureAwait(false)) > 0)
        {
            if (body.Length + count > limit)
            {
                return null;
            }

            body.Write(buffer, 0, count);
        }

        return body.ToArray();
    }

    private static string? Decode(byte[] bytes, string contentType)
    {
        try
        {
            var name = MediaTypeHeaderValue.TryParse(contentType, out var type) ? type.CharSet?.Trim('"', ' ') : null;
            if (string.IsNullOrEmpty(name) || name.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            {
                return _strictUtf8.GetString(bytes);
            }

            var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name)
                ?? Encoding.GetEncoding(name);
            return encoding.GetString(bytes);
        }
        catch (Exception fault) when (fault is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private static Dictionary<string, string> HeadersOf(HttpRequest request)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var header in request.Headers)
        {
            if (!Array.Exists(_secretive, word => header.Key.Contains(word, StringComparison.OrdinalIgnoreCase)))
            {
                headers[header.Key] = header.Value.ToString();
            }
        }

        return headers;
    }
}
