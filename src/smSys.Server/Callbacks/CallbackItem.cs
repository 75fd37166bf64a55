using Newtonsoft.Json;

namespace smSys.Server.Callbacks;

/// <summary>What a provider pushed, as it came. Without credentials: headers that may hold some are left out.</summary>
public sealed record CallbackItem
{
    /// <summary>Ours; the same at every delivery.</summary>
    [JsonProperty("id")]
    public required Guid Id { get; init; }

    /// <summary>When it came, in UTC.</summary>
    [JsonProperty("on")]
    public required DateTime On { get; init; }

    /// <summary>GET or POST.</summary>
    [JsonProperty("method")]
    public required string Method { get; init; }

    /// <summary>The query of the address, still encoded, without the question mark.</summary>
    [JsonProperty("query")]
    public string Query { get; init; } = string.Empty;

    /// <summary>Content type of the body; empty when there is none.</summary>
    [JsonProperty("contentType")]
    public string ContentType { get; init; } = string.Empty;

    /// <summary>The body as text, decoded by its own character set, else as UTF-8.</summary>
    [JsonProperty("body")]
    public string Body { get; init; } = string.Empty;

    /// <summary>The body in base 64, where it was no text in that character set; else null.</summary>
    [JsonProperty("rawBody", NullValueHandling = NullValueHandling.Ignore)]
    public string? RawBody { get; init; }

    /// <summary>Name and value of the headers.</summary>
    [JsonProperty("headers")]
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();
}
