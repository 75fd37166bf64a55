using System.Text;
using System.Text.RegularExpressions;

namespace smSys.Providers.Tests.Doubles;

/// <summary>Answers that no honest provider gives: mutations of recorded ones, and bombs. Everything is decided by the seed.</summary>
internal sealed partial class HostileAnswers
{
    private const string Laughs =
        "<!DOCTYPE a [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;'><!ENTITY d '&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;'>"
        + "<!ENTITY e '&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;'><!ENTITY f '&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;'><!ENTITY g '&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;'><!ENTITY h '&g;&g;&g;&g;&g;&g;&g;&g;&g;&g;'>]>";

    private const string Stranger = "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>";

    private static readonly string[] Bombs =
    [
        Laughs + "<a>&h;</a>",
        Stranger + "<a>&x;</a>",
        "<!DOCTYPE a SYSTEM 'http://127.0.0.1:9/evil.dtd'><a/>",
        new('[', 100_000),
        string.Concat(Enumerable.Repeat("{\"data\":", 50_000)),
        string.Concat(Enumerable.Repeat("<a>", 100_000)),
        "<a " + string.Concat(Enumerable.Range(0, 50_000).Select(i => "b" + i + "='1' ")) + "/>",
        "{\"isSuccess\":true,\"data\":[" + string.Join(',', Enumerable.Repeat("{}", 200_000)) + "]}",
        "{\"isSuccess\":true,\"data\":{\"messageId\":1e400,\"credit\":123456789012345678901234567890123456789}}",
        "{\"isSuccess\":true,\"data\":{\"messageId\":\"1' OR \\\"1\\\"=\\\"1\",\"clientReferenceId\":\"5000000000000000001\"}}",
        "{\"\\ud800\":\"\\udfff\"}",
        "\"" + new string('a', 900_000),
        "{\"isSuccess\":true,\"message\":\"" + new string('a', 900_000) + "\"}",
        "<a>" + new string('a', 900_000) + "</a>",
        "<a>" + string.Concat(Enumerable.Range(0, 15_000).Select(i => "<b" + i + " c" + i + "='1' d" + i + "='2'/>")) + "</a>",
        "<a b='" + new string('a', 900_000) + "'/>",
        "<a><![CDATA[" + new string('<', 900_000) + "]]></a>",
        new('9', 900_000),
        "\0\0\0\0",
        string.Empty,
    ];

    private static readonly string[] Pieces =
    [
        "{", "}", "[", "]", "\"", ":", ",", "null", "true", "-1", "0", "99999999999999999999", "1e999", "\\u0000", "\\ud800", "<", ">", "</", "/>", "&amp;", "&#0;", "&x;",
        "<![CDATA[", "]]>", "<!--", "\uFEFF", "\u200c", "data", "items", "isSuccess", "messageId", "DataSendOut", "ServerID", "Error!", ";", "5000000000000000001", "<!DOCTYPE a>", "'", "\\\"",
    ];

    private static readonly string[] Numbers =
    [
        "99999999999999999999", "-9223372036854775809", "18446744073709551616", "1e999", "-0", "00000000000000000000000001", "0x10", "NaN", "1.5", "1' OR '1'='1", "1\\\"--", "1&quot;",
        "۱۲۳۴", "", " ", new('7', 400),
    ];

    private static readonly string[] ContentTypes =
    [
        "application/json", "text/xml", "text/html", "text/plain", "application/json; charset=utf-16", "text/xml; charset=windows-1256", "text/xml; charset=utf-7", "application/json; charset=nonsense",
        "text/xml; charset=\"utf-8\"", "application/octet-stream", "multipart/form-data; boundary=x",
    ];

    private static readonly Encoding[] Encodings = [Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32, Encoding.Latin1];

    private readonly byte[][] _seeds;
    private readonly string _usual;

    /// <summary>Made of the recorded answers of a provider.</summary>
    /// <param name="recordings">Folder under tests/recordings.</param>
    /// <param name="usual">Content type of most answers.</param>
    public HostileAnswers(string recordings, string usual)
    {
        _usual = usual;
        _seeds =
        [
            .. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "recordings", recordings)).Order(StringComparer.Ordinal)
                .SelectMany(file => File.ReadAllText(file).ReplaceLineEndings("\n").Split("\n<<< ").Skip(1))
                .Select(answer => Encoding.UTF8.GetBytes(answer.Split("\n\n", 3)[1])),
        ];
    }

    /// <summary>Enough answers to have met every bomb.</summary>
    public static int Fewest => Bombs.Length;

    /// <summary>One answer; the first ones are the bombs.</summary>
    public (byte[] Body, int Status, string ContentType) Answer(int i)
    {
        var random = new Random(i);
        byte[] body = i < Bombs.Length ? Encoding.UTF8.GetBytes(Bombs[i]) : Mutate(_seeds[random.Next(_seeds.Length)], random);
        int status = random.Next(6) == 0 ? 500 : 200;
        return (body, status, i >= Bombs.Length && random.Next(8) == 0 ? ContentTypes[random.Next(ContentTypes.Length)] : _usual);
    }

    private static byte[] Mutate(byte[] seed, Random random)
    {
        switch (random.Next(60))
        {
            case 0:
                return Recoded(seed, Encodings[random.Next(Encodings.Length)], random);
            case 1:
                return Utf8((random.Next(2) == 0 ? Laughs : Stranger) + "<a>&" + "hx"[random.Next(2)] + ";" + Text(seed) + "</a>");
            case 2:
                return Utf8("<?xml version='1.0' encoding='" + new[] { "utf-16", "windows-1256", "utf-7", "nonsense" }[random.Next(4)] + "'?>" + Text(seed));
            case 3:
                int depth = random.Next(20, 5_000);
                return Utf8(string.Concat(Enumerable.Repeat(random.Next(2) == 0 ? "{\"data\":" : "<a>", depth)) + Text(seed));
            case < 15:
                return Utf8(Number().Replace(Text(seed), number => random.Next(3) == 0 ? Numbers[random.Next(Numbers.Length)] : number.Value));
            case 15 when random.Next(10) == 0:
                return Utf8(string.Concat(Enumerable.Repeat(Text(seed), 1_000_000 / Math.Max(seed.Length, 1))));
            default:
                return Scratched(seed, random);
        }
    }

    private static byte[] Scratched(byte[] seed, Random random)
    {
        var bytes = new List<byte>(seed);
        for (int change = random.Next(1, 8); change > 0 && bytes.Count > 0; change--)
        {
            int at = random.Next(bytes.Count);
            switch (random.Next(5))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 40), bytes.Count - at));
                    break;
                case 2:
                    bytes.InsertRange(at, Utf8(Pieces[random.Next(Pieces.Length)]));
                    break;
                case 3:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(1, 200), bytes.Count - at)));
                    break;
                default:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
            }
        }

        return [.. bytes];
    }

    private static byte[] Recoded(byte[] seed, Encoding encoding, Random random) =>
        [.. random.Next(2) == 0 ? encoding.GetPreamble() : [], .. encoding.GetBytes(Text(seed))];

    private static string Text(byte[] seed) => Encoding.UTF8.GetString(seed);

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    [GeneratedRegex(@"\d+")]
    private static partial Regex Number();
}
