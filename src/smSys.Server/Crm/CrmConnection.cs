using System.Net;
using System.Net.Http.Headers;
using Newtonsoft.Json.Linq;
using smSys.Server.Options;

namespace smSys.Server.Crm;

/// <summary>Opens the HTTP client that is signed in to an organisation.</summary>
public static class CrmConnection
{
    /// <summary>The client, with the API's address as base.</summary>
    public static HttpClient Open(OrganisationOptions options, TimeProvider time)
    {
        HttpMessageHandler handler = options.SignIn switch
        {
            SignIn.Windows => new SocketsHttpHandler { Credentials = CredentialCache.DefaultCredentials, PreAuthenticate = true },
            SignIn.WindowsPassword => new SocketsHttpHandler { Credentials = CredentialOf(options), PreAuthenticate = true },
            SignIn.Application => new ApplicationSignIn(options, time) { InnerHandler = new SocketsHttpHandler() },
            _ => new SocketsHttpHandler { UseProxy = false },
        };
        return new HttpClient(handler) { BaseAddress = options.ApiAddress, Timeout = TimeSpan.FromSeconds(30) };
    }

    private static NetworkCredential CredentialOf(OrganisationOptions options)
    {
        var parts = options.UserName.Split('\\', 2);
        return parts.Length == 2
            ? new NetworkCredential(parts[1], options.Password, parts[0])
            : new NetworkCredential(options.UserName, options.Password);
    }

    /// <summary>Fetches a token with the application's secret and puts it on every request; a new one five minutes before it ends.</summary>
    private sealed class ApplicationSignIn(OrganisationOptions options, TimeProvider time) : DelegatingHandler
    {
        private string _token = string.Empty;
        private DateTimeOffset _validUntil = DateTimeOffset.MinValue;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (time.GetUtcNow() >= _validUntil)
            {
                await RenewAsync(cancellationToken).ConfigureAwait(false);
            }

            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _token);
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }

        private async Task RenewAsync(CancellationToken cancellation)
        {
            var organisation = new Uri(options.Address);
            using var request = new HttpRequestMessage(
                HttpMethod.Post, $"https://login.microsoftonline.com/{Uri.EscapeDataString(options.TenantId)}/oauth2/v2.0/token")
            {
                Content = new FormUrlEncodedContent(new Dictionary<string, string>
                {
                    ["grant_type"] = "client_credentials",
                    ["client_id"] = options.ClientId,
                    ["client_secret"] = options.Password,
                    ["scope"] = $"{organisation.Scheme}://{organisation.Host}/.default",
                }),
            };
            using var response = await base.SendAsync(request, cancellation).ConfigureAwait(false);
            if (!response.IsSuccessStatusCode)
            {
                throw new HttpRequestException(
                    $"Entra ID does not accept the application ({(int)response.StatusCode}); check tenant, client id and secret.", null, response.StatusCode);
            }

            var answer = JObject.Parse(await response.Content.ReadAsStringAsync(cancellation).ConfigureAwait(false));
            _token = answer["access_token"]?.Value<string>() ?? throw new InvalidDataException("Entra ID answered without a token.");
            _validUntil = time.GetUtcNow().AddSeconds(answer["expires_in"]?.Value<int>() ?? 600).AddMinutes(-5);
        }
    }
}
