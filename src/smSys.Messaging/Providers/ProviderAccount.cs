using System;
using System.Collections.Generic;

namespace smSys.Messaging.Providers;

/// <summary>Everything an adapter needs to know about an account. Holds secrets: never trace it.</summary>
public sealed class ProviderAccount
{
    /// <summary>Base address of the web service, for example <c>https://gateway.ghasedak.me/</c>.</summary>
    public required Uri Address { get; init; }

    /// <summary>User name, or empty where the provider knows none.</summary>
    public string UserName { get; init; } = string.Empty;

    /// <summary>Password, API key or signature.</summary>
    public string Secret { get; init; } = string.Empty;

    /// <summary>Plain http was chosen on purpose; without it only https is spoken.</summary>
    public bool AllowPlainHttp { get; init; }

    /// <summary>Time-out of a call that carries one message or a question.</summary>
    public TimeSpan SingleTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Time-out of a call that carries a batch.</summary>
    public TimeSpan BatchTimeout { get; init; } = TimeSpan.FromSeconds(45);

    /// <summary>The account's sender lines, digits only, for providers that want one named with a question; may be empty.</summary>
    public IReadOnlyList<string> Lines { get; init; } = [];

    /// <summary>Options of the adapter by name (namespace, path, domain, code tables …), documented on the provider's page.</summary>
    public IReadOnlyDictionary<string, string> Options { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
