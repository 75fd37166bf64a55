using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using smSys.Messaging.Providers;
using smSys.Providers.Http;

namespace smSys.Providers.Generic.Requests;

/// <summary>The request of an operation, to be filled with values.</summary>
internal sealed class RequestTemplate
{
    public required string Operation { get; init; }

    /// <summary>The platform itself may repeat a GET: whatever became of one, nothing proves that it did not arrive.</summary>
    public required bool IsGet { get; init; }

    public required Template Url { get; init; }

    public IReadOnlyList<KeyValuePair<string, Template>> Headers { get; init; } = [];

    public string ContentType { get; init; } = string.Empty;

    public Template? Body { get; init; }

    /// <summary>The part that is repeated for every message.</summary>
    public Template? Each { get; init; }

    public string Between { get; init; } = string.Empty;

    /// <summary>Between the items of joined lists.</summary>
    public string Separator { get; init; } = ",";

    /// <summary>The placeholder stands anywhere.</summary>
    public bool Uses(string name) => UsesOnce(name) || Each?.Uses(name) == true;

    /// <summary>The placeholder stands outside the repeated part.</summary>
    public bool UsesOnce(string name) => Url.Uses(name) || Body?.Uses(name) == true || Headers.Any(header => header.Value.Uses(name));

    /// <summary>The request, or why it cannot be made; then nothing went out.</summary>
    public WireRequest? Fill(ProviderAccount account, RequestValues values, TimeSpan timeout, out ProviderFault? fault)
    {
        values.Parts = Parts(values);
        string url = Url.Fill(values.Of);
        Uri? address = HoldsDots(url) ? null : Combine(account.Address, url);
        string body = Body?.Fill(values.Of) ?? string.Empty;
        fault = address is null ? Unfit("address", "With this value the address of the operation " + Operation + " is none.")
            : Body is { IsEmpty: false } && body.Length == 0 ? Unfit("empty", "There is nothing to send.")
            : null;
        if (fault is not null)
        {
            return null;
        }

        var headers = Headers.Select(header => new KeyValuePair<string, string>(header.Key, header.Value.Fill(values.Of))).ToList();
        WireRequest request = IsGet ? WireRequest.Get(Operation, address!, timeout) : WireRequest.Post(Operation, address!, body, ContentType, timeout);
        return request.With(headers);
    }

    /// <summary>An operation's address: whole, from the host's root, or behind the account's own path. Null when it is no address.</summary>
    public static Uri? Combine(Uri account, string url)
    {
        if (!account.IsAbsoluteUri)
        {
            return account;
        }

        bool whole = url.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || url.StartsWith("http://", StringComparison.OrdinalIgnoreCase);
        string text = whole ? url
            : url.StartsWith("/", StringComparison.Ordinal) ? account.GetLeftPart(UriPartial.Authority) + url
            : account.GetLeftPart(UriPartial.Path).TrimEnd('/') + "/" + url;
        return Uri.TryCreate(text, UriKind.Absolute, out Uri? address) ? address : null;
    }

    /// <summary>Segments of dots would be walked up by the platform, to another address.</summary>
    private static bool HoldsDots(string url) => url.Split('?')[0].Split('/').Any(segment => segment is "." or "..");

    private string Parts(RequestValues values)
    {
        var parts = new StringBuilder();
        for (int i = 0; Each is not null && i < values.Messages.Count; i++)
        {
            parts.Append(i == 0 ? string.Empty : Between).Append(Each.Fill(values.At(i).Of));
        }

        return parts.ToString();
    }

    private static ProviderFault Unfit(string code, string words) => new(ProviderFaultKind.Refused, code, words) { WholeCall = true };
}
