using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace CrmEmulator.WebApi;

/// <summary>What the Web API answers.</summary>
internal sealed record ApiResponse(int Status)
{
    public Dictionary<string, string> Headers { get; } = new(StringComparer.OrdinalIgnoreCase);

    private JToken? Content { get; init; }

    /// <summary>What follows the headers; null: nothing.</summary>
    public string? Body
    {
        get => field ?? Content?.ToString(Formatting.None);
        init;
    }

    public string ContentType { get; init; } = "application/json; odata.metadata=minimal; odata.streaming=true";

    public static ApiResponse NoContent => new(204);

    public static ApiResponse Json(JToken content, int status = 200) => new(status) { Content = content };

    public static ApiResponse Text(string content, string contentType = "text/plain") => new(200) { Body = content, ContentType = contentType };

    public bool HasBody => Content is not null || Body is not null;

    /// <summary>The body in UTF-8. A page of rows is written straight into bytes: as one text it would lie among the large objects.</summary>
    public ReadOnlyMemory<byte> Bytes()
    {
        if (Content is null)
        {
            return Encoding.UTF8.GetBytes(Body ?? string.Empty);
        }

        var memory = new MemoryStream(16 * 1024);
        using (var text = new StreamWriter(memory, leaveOpen: true))
        using (var json = new JsonTextWriter(text))
        {
            Content.WriteTo(json);
        }

        return memory.GetBuffer().AsMemory(0, (int)memory.Length);
    }

    public ApiResponse With(string header, string value)
    {
        Headers[header] = value;
        return this;
    }
}
