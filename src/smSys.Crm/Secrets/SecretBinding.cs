using System;
using System.Linq;
using smSys.Crm.Settings;
using smSys.Crm.Tables;

namespace smSys.Crm.Secrets;

/// <summary>
/// What the password of an account is given to, and nothing else: this setting, this kind of provider, this host, this user, the
/// hosts that stand in the options; for a provider described without code the whole description, which may put the password
/// anywhere.
/// </summary>
public static class SecretBinding
{
    /// <summary>The binding of a setting as it will be stored.</summary>
    public static string Of(Guid settingId, ProviderKind? kind, string? address, string? userName, string? options) =>
        string.Join("\n", settingId.ToString("N"), kind?.ToString() ?? string.Empty, Root(address), (userName ?? string.Empty).Trim(), Further(kind, options));

    /// <summary>The binding of a setting that was read.</summary>
    public static string Of(SmsSettingRow setting) =>
        Of(setting.Id, setting.ProviderKind, setting.Address, setting.UserName, setting.Options);

    /// <summary>True when a password that was typed for one may be given to the other.</summary>
    public static bool AreSame(string one, string other) => string.Equals(one, other, StringComparison.Ordinal);

    private static string Further(ProviderKind? kind, string? options) => kind == ProviderKind.HTTP
        ? (options ?? string.Empty).Replace("\r", string.Empty).Trim()
        : string.Join(" ", SettingOptions.Parse(options).Values.Select(Root).Where(root => root.Length > 0).Distinct().OrderBy(root => root, StringComparer.Ordinal));

    // Scheme, host and port: from https to http is elsewhere too.
    private static string Root(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) ? uri.GetLeftPart(UriPartial.Authority) : string.Empty;
}
