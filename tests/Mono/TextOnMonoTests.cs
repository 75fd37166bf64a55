using System.Text.Json;
using Mono.Tests.Runtime;
using smSys.Messaging.Numbers;
using smSys.Messaging.Tests;

namespace Mono.Tests;

/// <summary>Texts and numbers come out on Mono as the vectors and .NET 10 have them.</summary>
public sealed class TextOnMonoTests(Probe probe) : IClassFixture<Probe>
{
    [Fact]
    public void It_really_is_Mono() => Assert.Equal("Mono", probe.Ask("runtime")[0]);

    [Fact]
    public void Parts_are_counted_as_the_vectors_say()
    {
        IReadOnlyList<JsonElement> vectors = VectorFile.Read("parts.json");

        Assert.True(vectors.Count >= 60);
        Assert.All(vectors, vector => Assert.Equal(Expected(vector), probe.Ask("parts", VectorFile.Pieces(vector.GetProperty("text")))));
    }

    [Fact]
    public void Texts_are_folded_as_the_vectors_say()
    {
        IReadOnlyList<JsonElement> vectors = VectorFile.Read("folding.json");

        Assert.True(vectors.Count >= 60);
        Assert.All(vectors, vector => Assert.Equal(
            [Text(vector, "words"), Text(vector, "nonJoinerAsSpace"), Text(vector, "lettersAndDigits")], probe.Ask("fold", Text(vector, "text"))));
    }

    [Theory]
    [InlineData("09121234567")]
    [InlineData("۰۹۱۲ ۱۲۳ ۴۵۶۷")]
    [InlineData("+98 (912) 123-4567")]
    [InlineData("00989121234567")]
    [InlineData("tel:+49-151-23456789")]
    [InlineData("٠٩١٢١٢٣٤٥٦٧")]
    [InlineData("0912123456")]
    [InlineData("")]
    [InlineData("سلام")]
    [InlineData("\u200e+989121234567\u202c")]
    public void Numbers_are_read_as_on_this_runtime(string text)
    {
        NumberResult here = PhoneNumberParser.Parse(text);

        Assert.Equal(here.IsValid ? here.Number.E164 : here.Problem.Code, probe.Ask("number", text).SingleOrDefault() ?? string.Empty);
    }

    private static string[] Expected(JsonElement vector)
    {
        string[] counted = [vector.GetProperty("encoding").GetString() == "GSM-7" ? "Gsm7" : "Ucs2", Text(vector, "units"), Text(vector, "parts"), Text(vector, "left")];
        if (!vector.TryGetProperty("forcedBy", out JsonElement cause))
        {
            return counted;
        }

        JsonElement replaced = vector.GetProperty("partsWithReplacements");
        return [.. counted, Text(cause, "position"), Text(cause, "codePoint")[2..], Text(cause, "name"), replaced.ValueKind == JsonValueKind.Null ? "none" : replaced.ToString()];
    }

    private static string Text(JsonElement vector, string name) => vector.GetProperty(name).ToString();
}
