using System.Text;
using System.Text.Json;

namespace smSys.Messaging.Tests;

/// <summary>Reads tests/vectors, which JavaScript reads too.</summary>
internal static class VectorFile
{
    public static IReadOnlyList<JsonElement> Read(string name)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "vectors", name);
        using var document = JsonDocument.Parse(File.ReadAllText(path));
        return document.RootElement.GetProperty("vectors").EnumerateArray().Select(vector => vector.Clone()).ToArray();
    }

    public static TheoryData<string> Names(string file) => new(Read(file).Select(vector => vector.GetProperty("name").GetString()!));

    public static JsonElement Find(string file, string name) =>
        Read(file).Single(vector => vector.GetProperty("name").GetString() == name);

    /// <summary>A text written as pieces, each repeated.</summary>
    public static string Pieces(JsonElement pieces)
    {
        var text = new StringBuilder();
        foreach (var piece in pieces.EnumerateArray())
        {
            text.Insert(text.Length, piece[0].GetString()!, piece[1].GetInt32());
        }

        return text.ToString();
    }
}
