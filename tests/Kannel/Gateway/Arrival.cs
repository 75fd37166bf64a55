using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Kannel.Gateway;

/// <summary>What reached the operator's side: one part of a message.</summary>
/// <param name="Sender">The line.</param>
/// <param name="Recipient">As Kannel wrote it.</param>
/// <param name="Kind"><c>text</c>, <c>ucs-2</c>, or <c>udh</c> for a part of a longer one.</param>
/// <param name="Text">Decoded.</param>
internal sealed partial record Arrival(string Sender, string Recipient, string Kind, string Text)
{
    /// <summary>Reads a line of fakesmsc's log; null when it is about something else.</summary>
    public static Arrival? Read(string line)
    {
        Match match = Line().Match(line);
        if (!match.Success)
        {
            return null;
        }

        string[] rest = match.Groups[4].Value.Split(' ');
        string kind = match.Groups[3].Value;
        string text = kind switch
        {
            "text" => match.Groups[4].Value,
            "udh" => Encoding.BigEndianUnicode.GetString(Bytes(rest[^1])),
            _ => Encoding.BigEndianUnicode.GetString(Bytes(rest[0])),
        };
        return new Arrival(match.Groups[1].Value, match.Groups[2].Value, kind, text);
    }

    private static byte[] Bytes(string encoded)
    {
        var bytes = new List<byte>();
        for (int i = 0; i < encoded.Length; i++)
        {
            bytes.Add(encoded[i] switch
            {
                '%' => byte.Parse(encoded.AsSpan(i + 1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture),
                '+' => (byte)' ',
                _ => (byte)encoded[i],
            });
            i += encoded[i] == '%' ? 2 : 0;
        }

        return [.. bytes];
    }

    [GeneratedRegex(@"Got message \d+: <(\S+) (\S+) (\S+) (.*)>$")]
    private static partial Regex Line();
}
