using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using smSys.Server.Faults;

namespace smSys.Server.WebApi;

/// <summary>Access tokens by client credentials, kept until shortly before they run out.</summary>
public sealed class TokenSource(HttpClient http, CrmOptions options, TimeProvider time)
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private string? _token;
    private DateTimeOffset _goodUntil;

    /// <summary>A token that is good for a while.</summary>
    /// <exception cref="CrmFaultException">The authority is away, or refuses the client.</exception>
    public async Task<string> GetAsync(CancellationToken cancel)
    {
        await _gate.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            if (_token is null || time.GetUtcNow() >= _goodUntil)
            {
                await AskAsync(cancel).ConfigureAwait(false);
            }

            return _token!;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>CRM refused the token: the next one is asked for.</summary>
    public void Drop() => _goodUntil = DateTimeOffset.MinValue;

    private async Task AskAsync(CancellationToken cancel)
    {
        var address = new Uri(options.Authority.TrimEnd('/') + "/" + Uri.EscapeDataString(options.Tenant!) + "/oauth2/v2.0/token");
        using var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new FormUrlEncodedContent(
            [
                new("grant_type", "client_credentials"),
                new("client_id", options.ClientId),
                new("client_secret", options.ClientSecret),
                new("scope", new Uri(options.Address).GetLeftPart(UriPartial.Authority) + "/.default"),
            ]),
        };
        using var answer = await WebApiFaults.SendAsync(http, request, "The sign-in service", cancel).ConfigureAwait(false);
        var json = Read(await WebApiFaults.ReadAsync(answer, "The sign-in service", cancel).ConfigureAwait(false));
        if (answer.IsSuccessStatusCode && (string?)json?["access_token"] is { Length: > 0 } token)
        {
            var life = TimeSpan.FromSeconds((int?)json["expires_in"] ?? 300);
            var reserve = life > TimeSpan.FromMinutes(15) ? TimeSpan.FromMinutes(5) : life / 4;
            _token = token;
            _goodUntil = time.GetUtcNow() + life - reserve;
            return;
        }

        var status = (int)answer.StatusCode;
        if (status == 429 || status >= 500)
        {
            throw new CrmFaultException(
                status == 429 ? CrmFaultKind.Busy : CrmFaultKind.Away,
                "sign-in-" + status,
                "The sign-in service answered with status " + status + ".",
                WebApiFaults.RetryAfter(answer, time));
        }

        var error = (string?)json?["error"] ?? "status " + status;
        throw new CrmFaultException(
            CrmFaultKind.SignIn,
            "sign-in-refused",
            "The sign-in service refuses the client (" + error + "); check tenant, client id and client secret.");
    }

    private static JObject? Read(string text)
    {
        try
        {
            return JObject.Parse(text);
        }
        catch (JsonReaderException)
        {
            return null;
        }
    }
}
