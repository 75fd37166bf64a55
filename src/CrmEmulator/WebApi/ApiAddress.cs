namespace CrmEmulator.WebApi;

/// <summary>Takes the address of a request apart.</summary>
internal static class ApiAddress
{
    private const string Prefix = "/api/data/v";

    /// <summary>The path below /api/data/v9.x/ and the query options, both decoded; a relative address is taken as it is.</summary>
    public static (string Path, IReadOnlyDictionary<string, string> Options) Divide(string address)
    {
        var question = address.IndexOf('?');
        var path = question < 0 ? address : address[..question];
        var at = path.IndexOf(Prefix, StringComparison.OrdinalIgnoreCase);
        if (at >= 0)
        {
            var slash = path.IndexOf('/', at + Prefix.Length);
            path = slash < 0 ? string.Empty : path[(slash + 1)..];
        }

        return (Uri.UnescapeDataString(path).TrimStart('/'), Options(question < 0 ? string.Empty : address[(question + 1)..]));
    }

    private static Dictionary<string, string> Options(string query)
    {
        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var option in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = option.Split('=', 2);
            options[Decode(parts[0])] = parts.Length > 1 ? Decode(parts[1]) : string.Empty;
        }

        return options;
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
