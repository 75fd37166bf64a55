using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ProviderSimulators.Hosting;

namespace ProviderSimulators.Ghasedak;

/// <summary>Ghasedak's envelope, in camelCase or in the PascalCase of some of its documented samples.</summary>
internal static class GhasedakJson
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static SimulatedReply Success(JsonNode data, bool pascalCase) => Reply(200, true, string.Empty, data, pascalCase);

    public static SimulatedReply Failure(int status, string message, bool pascalCase) => Reply(status, false, message, null, pascalCase);

    private static SimulatedReply Reply(int status, bool isSuccess, string message, JsonNode? data, bool pascalCase)
    {
        JsonNode envelope = new JsonObject
        {
            ["isSuccess"] = isSuccess,
            ["statusCode"] = status,
            ["message"] = message,
            ["data"] = data,
        };
        return new SimulatedReply(status, "application/json; charset=utf-8", (pascalCase ? Pascal(envelope)! : envelope).ToJsonString(Options));
    }

    private static JsonNode? Pascal(JsonNode? node) => node switch
    {
        JsonObject map => new JsonObject(map.Select(pair => KeyValuePair.Create(char.ToUpperInvariant(pair.Key[0]) + pair.Key[1..], Pascal(pair.Value)))),
        JsonArray array => new JsonArray([.. array.Select(Pascal)]),
        _ => node?.DeepClone(),
    };
}
