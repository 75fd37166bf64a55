using System.Collections.Generic;
using smSys.Messaging.Providers;
using smSys.Providers.Codes;
using smSys.Providers.PayamakPanel;

namespace smSys.Providers.BSms;

/// <summary>The code tables that panels of the family are known to use.</summary>
public static class BSmsCodes
{
    /// <summary>The white-label panel of linepayamak, 1000sms and smsonline, which Rahyab resells. From 6 on it differs from payamak-panel.</summary>
    public static FaultTable RahyabPanel { get; } = new(new List<FaultRow>
    {
        new("0", ProviderFaultKind.SignIn, "user name or password is wrong"),
        new("2", ProviderFaultKind.Credit, "no credit"),
        new("3", ProviderFaultKind.SlowDown, "the daily limit is reached"),
        new("4", ProviderFaultKind.SlowDown, "the volume limit is reached"),
        new("5", ProviderFaultKind.SignIn, "the sender line is not valid"),
        new("6", ProviderFaultKind.Refused, "no valid recipient"),
        new("7", ProviderFaultKind.Refused, "the text is empty"),
        new("8", ProviderFaultKind.SignIn, "the user is disabled"),
        new("9", ProviderFaultKind.Refused, "too many recipients"),
        new("100", ProviderFaultKind.SignIn, "the user has no permission"),
        new(PayamakPanelCodes.NotSent, ProviderFaultKind.Refused, "the panel's status array says not sent"),
    });

    /// <summary>A table by its name: <c>rahyab</c>, or else payamak-panel's own.</summary>
    public static FaultTable Table(string name) =>
        string.Equals(name, "rahyab", System.StringComparison.OrdinalIgnoreCase) ? RahyabPanel : PayamakPanelCodes.Errors;
}
