using System;
using System.Collections.Generic;
using smSys.Messaging.Providers;
using smSys.Providers.PayamakPanel;

namespace smSys.Providers.BSms;

/// <summary>
/// B sms, and every other panel whose own protocol nobody has published: the <c>Post/Send.asmx</c> contract that most Iranian
/// panels share, with everything that white labels change as options. Only Send.asmx is taken for granted, so a call carries
/// one text unless the option <c>manyoperation</c> names more.
/// </summary>
public static class BSmsProvider
{
    /// <summary>The stable name.</summary>
    public const string Kind = "bsms";

    /// <summary>The option that names the code table: <c>payamakpanel</c> or <c>rahyab</c>.</summary>
    public const string TableOption = "table";

    /// <summary>The option of kind <c>rahyab</c> whose value <c>panel</c> chooses the white-label panel.</summary>
    public const string RahyabSystemOption = "system";

    /// <summary>An adapter for an account.</summary>
    public static ProviderAdapter Create(ProviderAccount account, ProviderSurroundings surroundings) =>
        Create(account, surroundings, account.Options.TryGetValue(TableOption, out string? table) ? table.Trim() : string.Empty);

    /// <summary>An adapter for the white-label panel that Rahyab resells.</summary>
    public static ProviderAdapter CreateRahyabPanel(ProviderAccount account, ProviderSurroundings surroundings) => Create(account, surroundings, "rahyab");

    /// <summary>An account of kind <c>rahyab</c> whose options choose the white-label panel.</summary>
    public static bool IsRahyabPanel(IReadOnlyDictionary<string, string> options) =>
        options.TryGetValue(RahyabSystemOption, out string? system) && string.Equals(system.Trim(), "panel", StringComparison.OrdinalIgnoreCase);

    private static PanelSoapProvider Create(ProviderAccount account, ProviderSurroundings surroundings, string table) => new(
        account,
        surroundings,
        new PanelContract { Errors = BSmsCodes.Table(table), States = PayamakPanelCodes.States, ManyOperation = string.Empty }.With(account.Options));
}
