using System;
using smSys.Messaging.Providers;

namespace smSys.Providers.PayamakPanel;

/// <summary>payamak-panel (Melipayamak): SOAP, or REST where a contract gives nothing else.</summary>
public static class PayamakPanelProvider
{
    /// <summary>The stable name.</summary>
    public const string Kind = "payamakpanel";

    /// <summary>The option that chooses: <c>soap</c> or <c>rest</c>. Unless told, REST where the host begins with <c>rest.</c>.</summary>
    public const string StyleOption = "style";

    /// <summary>The vendor's own contract.</summary>
    public static PanelContract Contract { get; } = new() { Errors = PayamakPanelCodes.Errors, States = PayamakPanelCodes.States };

    /// <summary>An adapter for an account.</summary>
    public static ProviderAdapter Create(ProviderAccount account, ProviderSurroundings surroundings) => IsRest(account)
        ? new PayamakPanelRestProvider(account, surroundings)
        : new PanelSoapProvider(account, surroundings, Contract.With(account.Options));

    private static bool IsRest(ProviderAccount account) => account.Options.TryGetValue(StyleOption, out string? style) && !string.IsNullOrWhiteSpace(style)
        ? string.Equals(style.Trim(), "rest", StringComparison.OrdinalIgnoreCase)
        : account.Address.IsAbsoluteUri && account.Address.Host.StartsWith("rest.", StringComparison.OrdinalIgnoreCase);
}
