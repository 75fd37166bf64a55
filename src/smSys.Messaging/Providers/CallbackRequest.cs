namespace smSys.Messaging.Providers;

/// <summary>What a provider pushed to us over HTTP, as it came.</summary>
public sealed class CallbackRequest
{
    /// <summary>The query of the address, still encoded, without the question mark.</summary>
    public string Query { get; init; } = string.Empty;

    /// <summary>Content type of the body; empty when there is none.</summary>
    public string ContentType { get; init; } = string.Empty;

    /// <summary>The body as UTF-8 text; empty when there is none.</summary>
    public string Body { get; init; } = string.Empty;
}
