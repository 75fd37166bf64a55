using System;
using System.Collections.Generic;

namespace smSys.Providers.Http;

/// <summary>One request: a GET without a body (a question), or a POST with one.</summary>
public sealed class WireRequest
{
    private WireRequest(string operation, Uri address, string? body, string contentType, TimeSpan timeout)
    {
        Operation = operation;
        Address = address;
        Body = body;
        ContentType = contentType;
        Timeout = timeout;
    }

    /// <summary>The provider's name of the operation, for traces.</summary>
    public string Operation { get; }

    /// <summary>Absolute, with its query. Never traced.</summary>
    public Uri Address { get; }

    /// <summary>Null of a GET.</summary>
    public string? Body { get; }

    /// <summary>Media type and charset of the body.</summary>
    public string ContentType { get; }

    /// <summary>For the whole exchange, from the name look-up to the last byte.</summary>
    public TimeSpan Timeout { get; }

    /// <summary>Further headers; values may be secret.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; private set; } = [];

    /// <summary>A question. The platform may repeat it by itself, so it must never send.</summary>
    public static WireRequest Get(string operation, Uri address, TimeSpan timeout) =>
        new(operation, address, null, string.Empty, timeout);

    /// <summary>A request with a body, which the platform does not repeat.</summary>
    public static WireRequest Post(string operation, Uri address, string body, string contentType, TimeSpan timeout) =>
        new(operation, address, body, contentType, timeout);

    /// <summary>The request with these headers.</summary>
    public WireRequest With(IReadOnlyList<KeyValuePair<string, string>> headers) =>
        new(Operation, Address, Body, ContentType, Timeout) { Headers = headers };
}
