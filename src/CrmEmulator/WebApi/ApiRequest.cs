using Microsoft.Xrm.Sdk;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace CrmEmulator.WebApi;

/// <summary>One request to the Web API, alone or as a part of a batch.</summary>
internal sealed record ApiRequest
{
    private static readonly string[] KnownOptions =
        ["$select", "$filter", "$orderby", "$top", "$count", "$expand", "$apply", "$skiptoken", "$id", "$format", "fetchXml", "savedQuery"];

    public required string Method { get; init; }

    /// <summary>What follows /api/data/v9.x/, decoded, without query.</summary>
    public required string Path { get; init; }

    /// <summary>The query options by name, decoded.</summary>
    public required IReadOnlyDictionary<string, string> Options { get; init; }

    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    public string Body { get; init; } = string.Empty;

    public string ContentType { get; init; } = string.Empty;

    /// <summary>http://host/api/data/v9.x/ with the slash at its end.</summary>
    public required string Root { get; init; }

    public required Guid UserId { get; init; }

    /// <summary>The organisation as that user.</summary>
    public required IOrganizationService Service { get; init; }

    /// <summary>Values of Prefer, for example return=representation.</summary>
    public IReadOnlyList<string> Preferences => [.. (Headers.GetValueOrDefault("Prefer") ?? string.Empty).Split(',', ';').Select(one => one.Trim()).Where(one => one.Length > 0)];

    public bool WantsRepresentation => Preferences.Contains("return=representation");

    /// <summary>An option that would be left unheeded is refused by name; parameter aliases (@p) are none.</summary>
    /// <exception cref="ApiException">There is one.</exception>
    public void RequireKnownOptions()
    {
        if (Options.ContainsKey("$skip"))
        {
            throw ApiException.BadRequest("Skip Clause is not supported in CRM");
        }

        if (Options.Keys.FirstOrDefault(name => !name.StartsWith('@') && !KnownOptions.Contains(name)) is { } unknown)
        {
            throw ApiException.BadRequest($"The query parameter {unknown} is not supported.");
        }

        if (Options.GetValueOrDefault("$format") is { } format && !format.Contains("json", StringComparison.OrdinalIgnoreCase))
        {
            throw ApiException.BadRequest($"The format '{format}' is not supported; the Web API answers in JSON.");
        }
    }

    /// <summary>How many rows a page has, when the client says so.</summary>
    public int? MaximumPageSize =>
        Preferences.FirstOrDefault(one => one.StartsWith("odata.maxpagesize=", StringComparison.OrdinalIgnoreCase)) is { } given
        && int.TryParse(given["odata.maxpagesize=".Length..], out var size) && size > 0 ? size : null;

    /// <summary>Whether a kind of annotation was asked for by odata.include-annotations.</summary>
    public bool WantsAnnotation(string name)
    {
        const string Preference = "odata.include-annotations=";
        var prefer = Headers.GetValueOrDefault("Prefer") ?? string.Empty;
        var at = prefer.IndexOf(Preference, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            return false;
        }

        var rest = prefer[(at + Preference.Length)..].TrimStart();
        var list = rest.StartsWith('"') ? rest[1..].Split('"')[0] : rest.Split(',', ';')[0];
        var isWanted = false;
        foreach (var pattern in list.Split(',').Select(one => one.Trim()))
        {
            var isExclusion = pattern.StartsWith('-');
            var plain = pattern.TrimStart('-');
            if (plain == "*" || plain == name || (plain.EndsWith('*') && name.StartsWith(plain[..^1], StringComparison.Ordinal)))
            {
                isWanted = !isExclusion;
            }
        }

        return isWanted;
    }

    /// <exception cref="ApiException">The body is no JSON object.</exception>
    public JObject Json()
    {
        try
        {
            using var reader = new JsonTextReader(new StringReader(Body)) { DateParseHandling = DateParseHandling.None, FloatParseHandling = FloatParseHandling.Decimal };
            return JObject.Load(reader);
        }
        catch (JsonException exception)
        {
            throw ApiException.BadRequest("Error identified in Payload provided by the user: " + exception.Message);
        }
    }
}
