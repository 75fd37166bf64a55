using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using smSys.Messaging.Providers;
using smSys.Providers.Tests.Doubles;

namespace smSys.Providers.Tests.Generic;

/// <summary>Providers described in JSON: a small complete description, changed where a test is about something.</summary>
internal static class Described
{
    public const string Smallest = """
        {
          "errorCodes": { "7": "Credit", "8": "Refused" },
          "send": {
            "url": "/send",
            "body": { "to": "{recipient}", "text": "{text}", "ref": "{reference}" },
            "success": { "at": "$.status", "equals": "ok" },
            "id": "$.id",
            "error": { "code": "$.code", "words": "$.words" }
          }
        }
        """;

    /// <summary>A description with values at dotted paths changed; a null takes the field away.</summary>
    public static string With(string definition, params (string Path, string? Json)[] changes)
    {
        JsonNode root = JsonNode.Parse(definition)!;
        foreach ((string path, string? json) in changes)
        {
            string[] names = path.Split('/');
            JsonNode node = names[..^1].Aggregate(root, (parent, name) => parent[name] ?? (parent[name] = new JsonObject()));
            if (json is null)
            {
                node.AsObject().Remove(names[^1]);
            }
            else
            {
                node[names[^1]] = JsonNode.Parse(json);
            }
        }

        return root.ToJsonString();
    }

    public static string Small(params (string Path, string? Json)[] changes) => With(Smallest, changes);

    public static ISmsProvider Provider(string definition, HttpMessageHandler handler, string user = Some.User, string secret = Some.PlainSecret) =>
        ProviderCatalog.Create("http", Some.Account("https://panel.example.test/", user, secret, ("definition", definition)), Some.Handled(handler));

    public static SendOutcome Send(string definition, int status, string body, string type = "application/json") =>
        Provider(definition, new ListeningHandler(status, type, body)).Send([Some.Message(1001)]).Single();
}

/// <summary>Keeps what was asked and always answers the same.</summary>
internal sealed class ListeningHandler(int status, string type, string answer) : HttpMessageHandler
{
    public List<Heard> Requests { get; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        byte[] body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        Requests.Add(new Heard(
            request.Method.Method,
            request.RequestUri!.AbsoluteUri,
            Encoding.UTF8.GetString(body),
            request.Headers.ToDictionary(header => header.Key, header => string.Join(", ", header.Value)),
            request.Content?.Headers.ContentType?.ToString() ?? string.Empty));
        var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(answer)) };
        response.Content.Headers.ContentType = type.Length == 0 ? null : MediaTypeHeaderValue.Parse(type);
        return response;
    }

    internal sealed record Heard(string Method, string Address, string Body, IReadOnlyDictionary<string, string> Headers, string ContentType);
}
