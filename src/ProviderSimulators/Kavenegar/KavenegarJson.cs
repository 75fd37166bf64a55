using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ProviderSimulators.Hosting;

namespace ProviderSimulators.Kavenegar;

/// <summary>Kavenegar's envelope.</summary>
internal static class KavenegarJson
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static SimulatedReply Success(JsonNode entries, JsonObject? metadata = null) => Reply(200, "تایید شد", entries, metadata);

    public static SimulatedReply Failure(int status, string message) => Reply(status, message, null, null);

    public static long Unix(DateTime utc) => new DateTimeOffset(utc).ToUnixTimeSeconds();

    /// <summary>A JSON array of texts in a form field.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    public static string[] Texts(string field) => field.Length == 0 ? [] : JsonSerializer.Deserialize<string[]>(field) ?? [];

    public static string StatusText(int status) => status switch
    {
        1 => "در صف ارسال",
        5 => "ارسال به مخابرات",
        10 => "رسیده به گیرنده",
        11 => "نرسیده به گیرنده",
        14 => "بلاک شده است",
        _ => "شناسه پیامک نامعتبر است",
    };

    private static SimulatedReply Reply(int status, string message, JsonNode? entries, JsonObject? metadata)
    {
        var envelope = new JsonObject { ["return"] = new JsonObject { ["status"] = status, ["message"] = message }, ["entries"] = entries };
        if (metadata is not null)
        {
            envelope["metadata"] = metadata;
        }

        return new SimulatedReply(status, "application/json; charset=utf-8", envelope.ToJsonString(Options));
    }
}
