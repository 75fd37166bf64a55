using System.Net;
using System.Security.Authentication;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using smSys.Server.Faults;

namespace smSys.Server.WebApi;

/// <summary>Sorts what may go wrong on the way to CRM by what to do next.</summary>
internal static class WebApiFaults
{
    private const int LongestWords = 500;

    /// <summary>Sends; faults of the network come as <see cref="CrmFaultException"/>.</summary>
    internal static async Task<HttpResponseMessage> SendAsync(HttpClient http, HttpRequestMessage request, string peer, CancellationToken cancel)
    {
        try
        {
            return await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel).ConfigureAwait(false);
        }
        catch (Exception fault) when (IsOfTheNetwork(fault, cancel))
        {
            throw Away(fault, peer);
        }
    }

    internal static async Task<string> ReadAsync(HttpResponseMessage answer, string peer, CancellationToken cancel)
    {
        try
        {
            return await answer.Content.ReadAsStringAsync(cancel).ConfigureAwait(false);
        }
        catch (Exception fault) when (IsOfTheNetwork(fault, cancel))
        {
            throw Away(fault, peer);
        }
    }

    /// <summary>What an answer that is no success means.</summary>
    internal static CrmFaultException Of(HttpResponseMessage answer, string body, TimeProvider time)
    {
        var status = (int)answer.StatusCode;
        var error = ErrorOf(body);
        var code = (string?)error?["code"] is { Length: > 0 } given ? given : "http-" + status;
        var words = (string?)error?["message"] is { Length: > 0 } said ? Short(said) : "CRM answered with status " + status + ".";
        var retryAfter = RetryAfter(answer, time);
        if (status == 401 || status is >= 300 and < 400)
        {
            return new CrmFaultException(CrmFaultKind.SignIn, "crm-sign-in", "CRM does not let the server in (status " + status + "); check the sign-in and that the user is enabled in CRM.");
        }

        var kind = status switch
        {
            429 => CrmFaultKind.Busy,
            503 when retryAfter is not null => CrmFaultKind.Busy,
            404 => CrmFaultKind.Gone,
            412 => CrmFaultKind.Exists,
            502 or 503 or 504 => CrmFaultKind.Away,
            >= 500 when error is null => CrmFaultKind.Away,
            _ => CrmFaultKind.Refused,
        };
        return new CrmFaultException(kind, code, words, retryAfter);
    }

    internal static TimeSpan? RetryAfter(HttpResponseMessage answer, TimeProvider time)
    {
        var header = answer.Headers.RetryAfter;
        var wait = header?.Delta ?? (header?.Date is { } date ? date - (answer.Headers.Date ?? time.GetUtcNow()) : null);
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }

    private static bool IsOfTheNetwork(Exception fault, CancellationToken cancel) =>
        fault is HttpRequestException or IOException || (fault is OperationCanceledException && !cancel.IsCancellationRequested);

    private static CrmFaultException Away(Exception fault, string peer) => fault switch
    {
        OperationCanceledException => new(CrmFaultKind.Away, "time-out", peer + " did not answer in time.", null, fault),
        _ when Inner<AuthenticationException>(fault) is not null =>
            new(CrmFaultKind.Away, "certificate", peer + " shows a certificate that this machine does not trust, or speaks no TLS that both know.", null, fault),
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } =>
            new(CrmFaultKind.Away, "name", "The name of " + peer.ToLowerInvariant().Replace("crm", "CRM", StringComparison.Ordinal) + " cannot be resolved.", null, fault),
        _ => new(CrmFaultKind.Away, "unreachable", peer + " cannot be reached (" + Short(fault.GetBaseException().Message) + ").", null, fault),
    };

    private static T? Inner<T>(Exception? fault)
        where T : Exception
    {
        while (fault is not null and not T)
        {
            fault = fault.InnerException;
        }

        return (T?)fault;
    }

    private static JObject? ErrorOf(string body)
    {
        try
        {
            return body.StartsWith('{') ? JObject.Parse(body)["error"] as JObject : null;
        }
        catch (JsonReaderException)
        {
            return null;
        }
    }

    private static string Short(string words)
    {
        var line = words.ReplaceLineEndings(" ").Trim();
        return line.Length <= LongestWords ? line : line[..LongestWords] + "…";
    }
}
