namespace CrmEmulator.WebApi;

/// <summary>A part of a Web API path: a name and what stands in its brackets.</summary>
/// <param name="Name">Set, property, navigation property, function or action; a bound one with its namespace.</param>
/// <param name="Key">Values in brackets, with the empty name for a bare one; null without brackets.</param>
internal sealed record ODataSegment(string Name, IReadOnlyList<(string Name, object? Value)>? Key)
{
    /// <exception cref="ApiException">The path is malformed.</exception>
    public static IReadOnlyList<ODataSegment> Parse(string path)
    {
        var segments = new List<ODataSegment>();
        foreach (var part in Split(path))
        {
            var bracket = part.IndexOf('(');
            if (bracket < 0)
            {
                segments.Add(new ODataSegment(part, null));
                continue;
            }

            if (!part.EndsWith(')'))
            {
                throw ApiException.BadRequest($"The brackets of '{part}' are not closed.");
            }

            segments.Add(new ODataSegment(part[..bracket], Keys(part[(bracket + 1)..^1])));
        }

        return segments;
    }

    private static List<(string, object?)> Keys(string text)
    {
        var reader = new ODataText(text);
        var keys = new List<(string, object?)>();
        while (!reader.IsAtEnd)
        {
            var first = reader.Take();
            if (reader.TrySign("="))
            {
                keys.Add((first.Value, reader.Current is { Kind: ODataTokenKind.Word } word && word.Value.StartsWith('@') ? reader.Take().Value : reader.Literal()));
            }
            else
            {
                keys.Add((string.Empty, first.Kind == ODataTokenKind.Text ? first.Value : ODataText.WordValue(first.Value)));
            }

            reader.TrySign(",");
        }

        return keys;
    }

    /// <summary>Slashes inside brackets or quotes do not divide.</summary>
    private static IEnumerable<string> Split(string path)
    {
        var depth = 0;
        var isText = false;
        var start = 0;
        for (var at = 0; at < path.Length; at++)
        {
            switch (path[at])
            {
                case '\'':
                    isText = !isText;
                    break;
                case '(' when !isText:
                    depth++;
                    break;
                case ')' when !isText:
                    depth--;
                    break;
                case '/' when !isText && depth == 0:
                    if (at > start)
                    {
                        yield return path[start..at];
                    }

                    start = at + 1;
                    break;
            }
        }

        if (start < path.Length)
        {
            yield return path[start..];
        }
    }
}
