using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace CrmEmulator.WebApi;

/// <summary>What the Web API answers.</summary>
internal sealed record ApiResponse(int Status)
{
    public Dictionary<string, string> Headers { get; } = new(StringComparer.OrdinalIgnoreCase);

    public string? Body { get; init; }

    public string ContentType { get; init; } = "application/json; odata.metadata=minimal; odata.streaming=true";

    public static ApiResponse NoContent => new(204);

    public static ApiResponse Json(JToken content, int status = 200) => new(status) { Body = content.ToString(Formatting.None) };

    public static ApiResponse Text(string content, string contentType = "text/plain") => new(200) { Body = content, ContentType = contentType };

    public ApiResponse With(string header, string value)
    {
        Headers[header] = value;
        return this;
    }
}
