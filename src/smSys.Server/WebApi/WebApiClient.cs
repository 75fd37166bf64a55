using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using smSys.Server.Faults;

namespace smSys.Server.WebApi;

/// <summary>Requests to the Web API of one organisation, version 9.0, which on-premises and online both have.</summary>
public sealed class WebApiClient : IDisposable
{
    private readonly HttpClient _http;
    private readonly HttpClient? _tokenHttp;
    private readonly TokenSource? _tokens;
    private readonly TimeProvider _time;
    private readonly CrmClock? _clock;

    /// <summary>Opens no connection yet.</summary>
    /// <param name="options">Checked before (<see cref="Hosting.OptionRules"/>).</param>
    /// <param name="time">The clock; a <see cref="CrmClock"/> is told what CRM's shows.</param>
    public WebApiClient(CrmOptions options, TimeProvider time)
    {
        _time = time;
        _clock = options.FollowClock ? time as CrmClock : null;
        _http = new HttpClient(HandlerOf(options))
        {
            BaseAddress = new Uri(options.Address.TrimEnd('/') + "/api/data/v9.0/"),
            Timeout = options.Timeout,
            MaxResponseContentBufferSize = 32 * 1024 * 1024,
        };
        if (options.SignIn == CrmSignIn.ClientCredentials)
        {
            _tokenHttp = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { Timeout = options.Timeout };
            _tokens = new TokenSource(_tokenHttp, options, time);
        }
    }

    /// <summary>Rows of a query, all pages.</summary>
    /// <exception cref="CrmFaultException">See its kinds.</exception>
    public async Task<IReadOnlyList<JObject>> FindAsync(string query, CancellationToken cancel)
    {
        var rows = new List<JObject>();
        var next = query;
        for (var page = 0; next is not null && page < 50; page++)
        {
            var answer = await SendAsync(HttpMethod.Get, next, null, null, cancel).ConfigureAwait(false);
            rows.AddRange(answer?["value"]?.OfType<JObject>() ?? throw NotTheWebApi());
            next = (string?)answer["@odata.nextLink"];
        }

        return rows;
    }

    /// <summary>Changes a row that is there; a row that is gone is <see cref="CrmFaultKind.Gone"/>.</summary>
    public Task UpdateAsync(string set, Guid id, JObject values, CancellationToken cancel) =>
        SendAsync(HttpMethod.Patch, set + "(" + id.ToString("D") + ")", values, request => request.Headers.IfMatch.Add(EntityTagHeaderValue.Any), cancel);

    /// <summary>Creates a row with an id of ours; a row that is there already is <see cref="CrmFaultKind.Exists"/>.</summary>
    public Task CreateAsync(string set, Guid id, JObject values, CancellationToken cancel) =>
        SendAsync(HttpMethod.Patch, set + "(" + id.ToString("D") + ")", values, request => request.Headers.IfNoneMatch.Add(EntityTagHeaderValue.Any), cancel);

    /// <inheritdoc/>
    public void Dispose()
    {
        _http.Dispose();
        _tokenHttp?.Dispose();
    }

    private async Task<JObject?> SendAsync(
        HttpMethod method,
        string address,
        JObject? body,
        Action<HttpRequestMessage>? condition,
        CancellationToken cancel)
    {
        for (var isFirst = true; ; isFirst = false)
        {
            using var request = new HttpRequestMessage(method, address);
            request.Headers.Add("OData-MaxVersion", "4.0");
            request.Headers.Add("OData-Version", "4.0");
            request.Headers.Accept.ParseAdd("application/json");
            if (method == HttpMethod.Get)
            {
                request.Headers.Add("Prefer", "odata.maxpagesize=500");
            }

            condition?.Invoke(request);
            if (body is not null)
            {
                request.Content = new StringContent(body.ToString(Formatting.None), Encoding.UTF8, "application/json");
            }

            if (_tokens is not null)
            {
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await _tokens.GetAsync(cancel).ConfigureAwait(false));
            }

            using var answer = await WebApiFaults.SendAsync(_http, request, "CRM", cancel).ConfigureAwait(false);
            if (answer.StatusCode == HttpStatusCode.Unauthorized && _tokens is not null && isFirst)
            {
                _tokens.Drop();
                continue;
            }

            return await ReadAsync(answer, cancel).ConfigureAwait(false);
        }
    }

    private async Task<JObject?> ReadAsync(HttpResponseMessage answer, CancellationToken cancel)
    {
        var text = await WebApiFaults.ReadAsync(answer, "CRM", cancel).ConfigureAwait(false);
        if (!answer.IsSuccessStatusCode)
        {
            throw WebApiFaults.Of(answer, text, _time);
        }

        if (answer.Headers.Date is { } date)
        {
            _clock?.Observe(date);
        }

        if (answer.StatusCode == HttpStatusCode.NoContent || text.Length == 0)
        {
            return null;
        }

        try
        {
            using var reader = new JsonTextReader(new StringReader(text)) { DateParseHandling = DateParseHandling.None };
            return JObject.Load(reader);
        }
        catch (JsonReaderException)
        {
            throw NotTheWebApi();
        }
    }

    private static CrmFaultException NotTheWebApi() => new(
        CrmFaultKind.Away,
        "not-web-api",
        "What answers at the address is not the Web API of Dynamics; check Crm:Address.");

    private static HttpClientHandler HandlerOf(CrmOptions options)
    {
        var handler = new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false, AutomaticDecompression = DecompressionMethods.All };
        switch (options.SignIn)
        {
            case CrmSignIn.Windows:
                handler.UseDefaultCredentials = true;
                break;
            case CrmSignIn.WindowsUser:
                handler.Credentials = new NetworkCredential(options.User, options.Password, options.Domain ?? string.Empty);
                break;
            case CrmSignIn.None:
                handler.UseProxy = false;
                break;
        }

        return handler;
    }
}
