using System.Text.Json;
using CsCheck;
using smSys.Messaging.Text;

namespace smSys.Messaging.Tests.Text;

public class SmsTextTests
{
    private const string File = "parts.json";

    public static TheoryData<string> Vectors => VectorFile.Names(File);

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Counts_as_the_vectors_say(string name)
    {
        var vector = VectorFile.Find(File, name);

        var sms = SmsText.Measure(VectorFile.Pieces(vector.GetProperty("text")));

        Assert.Equal(vector.GetProperty("encoding").GetString(), sms.Encoding == SmsEncoding.Gsm7 ? "GSM-7" : "UCS-2");
        Assert.Equal(vector.GetProperty("units").GetInt32(), sms.Units);
        Assert.Equal(vector.GetProperty("parts").GetInt32(), sms.Parts);
        Assert.Equal(vector.GetProperty("left").GetInt32(), sms.Left);
        if (!vector.TryGetProperty("forcedBy", out var cause))
        {
            Assert.Null(sms.ForcedBy);
            Assert.Null(sms.Saving());
            return;
        }

        Assert.Equal(cause.GetProperty("position").GetInt32(), sms.ForcedBy!.Position);
        Assert.Equal(cause.GetProperty("codePoint").GetString(), "U+" + sms.ForcedBy.CodePoint.ToString("X4"));
        Assert.Equal(cause.GetProperty("name").GetString(), sms.ForcedBy.Name);
        var expected = vector.GetProperty("partsWithReplacements");
        Assert.Equal(expected.ValueKind == JsonValueKind.Null ? null : expected.GetInt32(), sms.Saving()?.Parts);
    }

    [Fact]
    public void There_are_at_least_sixty_vectors_with_names_of_their_own()
    {
        var names = VectorFile.Read(File).Select(vector => vector.GetProperty("name").GetString()).ToArray();

        Assert.True(names.Length >= 60);
        Assert.Equal(names.Length, names.Distinct().Count());
    }

    [Fact]
    public void Says_what_a_curly_apostrophe_costs()
    {
        var sms = SmsText.Measure(new string('a', 100) + "\u2019s");

        Assert.Equal(new UnicodeCause(100, 0x2019, "curly apostrophe (U+2019)"), sms.ForcedBy);
        Assert.Equal(2, sms.Parts);
        Assert.Equal(new UnicodeSaving(new string('a', 100) + "'s", 1, 1), sms.Saving());
    }

    [Fact]
    public void Half_a_surrogate_pair_is_counted_and_named()
    {
        var sms = SmsText.Measure("a\uD83D");

        Assert.Equal(2, sms.Units);
        Assert.Equal("half of a character (U+D83D)", sms.ForcedBy!.Name);
        Assert.Equal(1, SmsText.Measure("\uDE00\uD83D").Parts);
    }

    [Fact]
    public void An_empty_text_has_no_part()
    {
        Assert.Equal(0, SmsText.Measure(string.Empty).Parts);
        Assert.Empty(SmsText.Measure(string.Empty).Split());
        Assert.Equal(string.Empty, default(SmsText).Text);
    }

    [Fact]
    public void The_parts_together_are_the_text_and_each_fits()
    {
        var characters = Gen.OneOf("a", "€", "{", "\n", "س", "\u200C", "😀", "’", "Ω");
        var latin = Gen.OneOf("a", "€", "{", "\n", "Ω", "b", "c");
        Gen.OneOf(characters.Array[0, 600], latin.Array[0, 600]).Select(string.Concat).Sample(text =>
        {
            var sms = SmsText.Measure(text);
            var parts = sms.Split();
            var limit = (sms.Encoding, sms.Parts) switch
            {
                (SmsEncoding.Gsm7, < 2) => 160,
                (SmsEncoding.Gsm7, _) => 153,
                (_, < 2) => 70,
                _ => 67,
            };

            return parts.Count == sms.Parts
                && string.Concat(parts) == text
                && parts.All(part => Units(part, sms.Encoding) <= limit)
                && parts.All(part => part.Length == 0 || (!char.IsLowSurrogate(part[0]) && !char.IsHighSurrogate(part[^1])));
        });
    }

    [Fact]
    public void One_more_character_never_lessens_the_parts()
    {
        Gen.OneOf("a", "€", "س", "😀").Array[1, 400].Sample(pieces =>
            SmsText.Measure(string.Concat(pieces)).Parts >= SmsText.Measure(string.Concat(pieces.Take(pieces.Length - 1))).Parts);
    }

    [Fact]
    public void Every_replacement_is_in_the_GSM_alphabet()
    {
        for (var c = '\0'; c < char.MaxValue; c++)
        {
            var replacement = GsmReplacement.Of(c);

            Assert.True(replacement is null || replacement.All(r => Gsm7.SeptetsOf(r) > 0), ((int)c).ToString("X4"));
            Assert.True(replacement is null || Gsm7.SeptetsOf(c) == 0, ((int)c).ToString("X4"));
        }
    }

    private static int Units(string part, SmsEncoding encoding) =>
        encoding == SmsEncoding.Ucs2 ? part.Length : part.Sum(Gsm7.SeptetsOf);
}
