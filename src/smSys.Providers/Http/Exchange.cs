using System;
using System.Text;

namespace smSys.Providers.Http;

/// <summary>How an exchange ended.</summary>
public enum ExchangeEnd
{
    /// <summary>A whole answer came back, whatever it says.</summary>
    Answered,

    /// <summary>Our own rules stopped it before the network: nothing went out.</summary>
    Forbidden,

    /// <summary>No byte of the request went out: name not found, connection refused, no route.</summary>
    NeverSent,

    /// <summary>The time-out ran out.</summary>
    TimedOut,

    /// <summary>The connection broke, at whatever stage.</summary>
    Cut,

    /// <summary>The answer is larger than any honest answer.</summary>
    TooLong,
}

/// <summary>A request and what came of it.</summary>
public sealed class Exchange
{
    private string? _text;

    /// <summary>How it ended.</summary>
    public required ExchangeEnd End { get; init; }

    /// <summary>Our stable word for an end without an answer (<c>refused</c>, <c>timeout</c> …); empty otherwise.</summary>
    public string Code { get; init; } = string.Empty;

    /// <summary>What the platform said about it, masked.</summary>
    public string Words { get; init; } = string.Empty;

    /// <summary>HTTP status, 0 without an answer.</summary>
    public int Status { get; init; }

    /// <summary>Lower case, without parameters; empty when there is none.</summary>
    public string MediaType { get; init; } = string.Empty;

    /// <summary>The answer as it came.</summary>
    public byte[] Body { get; init; } = [];

    /// <summary>The first byte of the request body was handed to the network: from here on only the provider knows.</summary>
    public bool WentOut { get; init; }

    /// <summary>Status 200 to 299.</summary>
    public bool IsSuccess => End == ExchangeEnd.Answered && Status >= 200 && Status < 300;

    /// <summary>The body as UTF-8; bytes that are none become replacement characters.</summary>
    public string Text => _text ??= Decode();

    /// <summary>The media type holds one of the words, for example <c>json</c>.</summary>
    public bool IsMedia(params string[] words)
    {
        foreach (string word in words)
        {
            if (MediaType.IndexOf(word, StringComparison.Ordinal) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    private string Decode()
    {
        int start = Body.Length >= 3 && Body[0] == 0xEF && Body[1] == 0xBB && Body[2] == 0xBF ? 3 : 0;
        return Encoding.UTF8.GetString(Body, start, Body.Length - start);
    }
}
