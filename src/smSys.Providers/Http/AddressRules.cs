using System;
using smSys.Messaging.Providers;

namespace smSys.Providers.Http;

/// <summary>Which addresses may be called. Dynamics' sandbox allows http and https to names only.</summary>
public static class AddressRules
{
    /// <summary>Why an address is refused, as code and words; null when it may be called.</summary>
    public static ProviderFault? Judge(Uri address, bool allowPlainHttp)
    {
        if (!address.IsAbsoluteUri)
        {
            return Refuse("address", "The address of the web service is not complete; it begins with https://.");
        }

        bool plain = string.Equals(address.Scheme, Uri.UriSchemeHttp, StringComparison.Ordinal);
        if (!plain && !string.Equals(address.Scheme, Uri.UriSchemeHttps, StringComparison.Ordinal))
        {
            return Refuse("address-scheme", "The address of the web service has to begin with https://.");
        }

        if (plain && !allowPlainHttp)
        {
            return Refuse("address-http", "The address is plain http, which sends the password readable; tick plain http in the setting or use https.");
        }

        if (address.UserInfo.Length > 0)
        {
            return Refuse("address-credentials", "The address holds credentials; put them into user name and password.");
        }

        if (address.HostNameType != UriHostNameType.Dns)
        {
            return Refuse("address-ip", "The host is an IP address; Dynamics calls host names only.");
        }

        string host = address.Host.TrimEnd('.');
        return host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
                ? Refuse("address-local", "The host is this machine itself; Dynamics does not call it.")
                : null;
    }

    /// <summary>
    /// The address that operations hang on: the account's own path when it has one (white labels change it),
    /// else its host with the provider's usual path.
    /// </summary>
    public static Uri Endpoint(Uri address, string usualPath) =>
        address.IsAbsoluteUri && address.AbsolutePath.Length <= 1 && address.Query.Length == 0
            ? new Uri(address, usualPath)
            : address;

    /// <summary>An operation below an endpoint; an endpoint that is not absolute stays what it is, for <see cref="Judge"/> to refuse.</summary>
    public static Uri Under(Uri endpoint, string operation) =>
        endpoint.IsAbsoluteUri ? new Uri(endpoint.AbsoluteUri.TrimEnd('/') + "/" + operation) : endpoint;

    private static ProviderFault Refuse(string code, string words) => new(ProviderFaultKind.SignIn, code, words) { WholeCall = true };
}
