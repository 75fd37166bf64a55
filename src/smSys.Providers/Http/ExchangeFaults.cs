using System.Globalization;
using smSys.Messaging.Providers;

namespace smSys.Providers.Http;

/// <summary>What an exchange means when the provider's own protocol does not get a word in.</summary>
public static class ExchangeFaults
{
    /// <summary>The fault of an exchange without an answer; null when there is one.</summary>
    public static ProviderFault? WithoutAnswer(Exchange exchange) => exchange.End switch
    {
        ExchangeEnd.Answered => null,
        ExchangeEnd.Forbidden => Whole(ProviderFaultKind.SignIn, exchange.Code, exchange.Words),
        ExchangeEnd.NeverSent => Whole(ProviderFaultKind.Unreachable, exchange.Code, exchange.Words),
        _ => Whole(ProviderFaultKind.Unclear, exchange.Code, exchange.Words),
    };

    /// <summary>The fault of an answer that is not the provider's protocol: a web page, an empty body, broken JSON or XML.</summary>
    public static ProviderFault NotTheProtocol(Exchange exchange, SecretMask mask)
    {
        string code = exchange.IsMedia("html") ? "html" : exchange.Body.Length == 0 ? "empty" : "unreadable";
        string status = exchange.Status.ToString(CultureInfo.InvariantCulture);
        string words = "HTTP " + status + ", " + (exchange.MediaType.Length == 0 ? "no content type" : exchange.MediaType) + ": " + Beginning(exchange.Text);
        return Whole(ProviderFaultKind.Unclear, exchange.IsSuccess ? code : "http-" + status, mask.Clean(words));
    }

    /// <summary>Much longer than what <see cref="SecretMask.Clean"/> reads, so that no secret is cut here.</summary>
    private static string Beginning(string text) => text.Length <= 4 * SecretMask.MostRead ? text : text.Substring(0, 4 * SecretMask.MostRead);

    private static ProviderFault Whole(ProviderFaultKind kind, string code, string words) => new(kind, code, words) { WholeCall = true };
}
