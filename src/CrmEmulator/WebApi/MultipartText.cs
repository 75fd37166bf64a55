namespace CrmEmulator.WebApi;

/// <summary>One part of a multipart body: its headers and its content.</summary>
internal sealed record MultipartPart(IReadOnlyDictionary<string, string> Headers, string Content);

/// <summary>Reads multipart/mixed bodies as OData batches have them; both kinds of line ends are taken.</summary>
internal static class MultipartText
{
    /// <exception cref="ApiException">The content type names no boundary, or the body does not have it.</exception>
    public static IReadOnlyList<MultipartPart> Read(string contentType, string body)
    {
        var boundary = contentType.Split(';').Select(one => one.Trim()).FirstOrDefault(one => one.StartsWith("boundary=", StringComparison.OrdinalIgnoreCase))?["boundary=".Length..].Trim('"')
            ?? throw ApiException.BadRequest("The batch request has no boundary in its content type.");
        var text = body.Replace("\r\n", "\n", StringComparison.Ordinal);
        var pieces = ("\n" + text).Split("\n--" + boundary);
        if (pieces.Length < 2)
        {
            throw ApiException.BadRequest($"The batch body does not have the boundary '{boundary}'.");
        }

        return [.. pieces.Skip(1).TakeWhile(piece => !piece.StartsWith("--", StringComparison.Ordinal)).Select(piece => ReadPart(piece.TrimStart('\n')))];
    }

    /// <summary>Headers up to the first empty line, and what follows.</summary>
    public static MultipartPart ReadPart(string text)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var rest = text;
        while (rest.Length > 0)
        {
            var end = rest.IndexOf('\n');
            var line = end < 0 ? rest : rest[..end];
            rest = end < 0 ? string.Empty : rest[(end + 1)..];
            if (line.Trim().Length == 0)
            {
                break;
            }

            var colon = line.IndexOf(':');
            if (colon > 0)
            {
                headers[line[..colon].Trim()] = line[(colon + 1)..].Trim();
            }
        }

        return new MultipartPart(headers, rest);
    }
}
