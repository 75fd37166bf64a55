using System.Net;
using System.Net.Http.Headers;
using System.Text;
using CrmEmulator.WebApi;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace CrmEmulator.Tests.WebApi;

/// <summary>The sample organisation behind a real Web API on loopback.</summary>
internal sealed class ServedOrganization : IDisposable
{
    private readonly WebApiServer server;

    public ServedOrganization(Func<SampleOrganization, WebApiOptions>? options = null)
    {
        server = WebApiServer.StartAsync(Sample.Organization, 0, options?.Invoke(Sample)).GetAwaiter().GetResult();
        Client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new Uri(server.Address, "api/data/v9.0/") };
    }

    public SampleOrganization Sample { get; } = new();

    public HttpClient Client { get; }

    /// <summary>http://127.0.0.1:port/</summary>
    public Uri Address => server.Address;

    public Uri Root => Client.BaseAddress!;

    public Answer Get(string address, params (string Name, string Value)[] headers) => Send("GET", address, null, headers);

    public Answer Post(string address, JToken body, params (string Name, string Value)[] headers) => Send("POST", address, body.ToString(Formatting.None), headers);

    public Answer Patch(string address, JToken body, params (string Name, string Value)[] headers) => Send("PATCH", address, body.ToString(Formatting.None), headers);

    public Answer Send(string method, string address, string? body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }

        foreach (var (name, value) in headers)
        {
            if (name == "Content-Type")
            {
                request.Content!.Headers.ContentType = MediaTypeHeaderValue.Parse(value);
            }
            else
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }
        }

        using var response = Client.Send(request);
        using var reader = new StreamReader(response.Content.ReadAsStream());
        return new Answer(response.StatusCode, reader.ReadToEnd(), response.Headers.ToDictionary(header => header.Key, header => string.Join(",", header.Value), StringComparer.OrdinalIgnoreCase));
    }

    public void Dispose()
    {
        Client.Dispose();
        server.DisposeAsync().AsTask().GetAwaiter().GetResult();
        Sample.Dispose();
    }
}

/// <summary>What the Web API answered.</summary>
internal sealed record Answer(HttpStatusCode Status, string Text, IReadOnlyDictionary<string, string> Headers)
{
    public JObject Json
    {
        get
        {
            using var reader = new JsonTextReader(new StringReader(Text)) { DateParseHandling = DateParseHandling.None };
            return JObject.Load(reader);
        }
    }

    public JArray Rows => (JArray)Json["value"]!;

    public string[] Column(string name) => [.. Rows.Select(row => (string)row[name]!)];
}
