using System;
using smSys.Crm.Tables;
using smSys.Messaging.Receiving;

namespace smSys.Crm.Settings;

/// <summary>
/// What identifies an account at a provider, whatever the setting row is called: kind, host and user. Incoming messages and
/// receipts belong to the account, not to the row.
/// </summary>
public static class SettingAccount
{
    /// <summary>For example <c>ghasedak|gateway.ghasedak.me|</c>; empty while the kind or the address is missing.</summary>
    public static string Of(ProviderKind? kind, string? address, string? userName) =>
        kind is null || !Uri.TryCreate(address, UriKind.Absolute, out var uri)
            ? string.Empty
            : InboundIdentity.AccountKey(kind.Value.ToString(), uri.Host, (userName ?? string.Empty).Trim());
}
