using System.Text;

namespace smSys.Messaging.Tests.Numbers;

/// <summary>Iranian phone numbers as people type them, right and wrong, the same for the same seed.</summary>
internal sealed class NumberGenerator(int seed)
{
    private const string PersianDigits = "۰۱۲۳۴۵۶۷۸۹";
    private const string ArabicDigits = "٠١٢٣٤٥٦٧٨٩";
    private static readonly string[] _areas =
    [
        "11", "13", "17", "21", "23", "24", "25", "26", "28", "31", "34", "35", "38", "41", "44", "45",
        "51", "54", "56", "58", "61", "66", "71", "74", "76", "77", "81", "83", "84", "86", "87",
    ];

    private static readonly string[] _prefixes = ["0", "0", "0", "", "+98", "+98", "0098", "98", "+980", "00980", "980", "098", "+0", "000", "+1", "00971"];
    private static readonly string[] _gaps = [" ", "-", "  ", ".", "/", " - ", "\u00A0", "\u2013", "\u2011"];
    private static readonly string[] _marks = ["\u200E", "\u200F", "\u200C", "\uFEFF", "\u202A", "\u202C", "\u2066", "\u2069"];
    private static readonly string[] _dirt = ["x", "a", "ext", " داخلی 12", "#", "*", "@", "و", "_", "?", ":", "\u0640", ",", "،", ";", "\n"];
    private readonly Random _random = new(seed);

    public string Next()
    {
        var text = Spell(Pick(_prefixes) + National());
        return _random.Next(20) switch
        {
            0 => text + Pick([" - ", " / ", "،", ", ", " و ", "\n", " ", ";"]) + Spell("0" + National()),
            1 => Insert(text, Pick(_dirt)),
            2 => Pick(["tel:", "Tel: ", "موبایل: ", "'", "(", "\""]) + text,
            3 => text + Pick([".", ",", "،", ")", " ", "\n", "+", "-", "(منزل)", " home", "\""]),
            4 or 5 => Insert(text, Pick(_marks)),
            6 => Pick(_marks) + text + Pick(_marks),
            7 => Delete(text),
            8 => Insert(text, Digits(1)),
            9 => Insert(text, "+"),
            10 => _random.Next(40) == 0 ? Pick(["", " ", "-", "ندارد", "0", "09", "0000", "+", "98", "---", "."]) : text,
            _ => text,
        };
    }

    private string National() => _random.Next(12) switch
    {
        0 or 1 => Pick(_areas) + Digits(8),
        2 => Digits(2) + Digits(8),
        3 => _random.Next(3) == 0 ? Pick(_areas) + Digits(_random.Next(2, 8)) : "9" + Digits(_random.Next(5, 12)),
        4 => Digits(_random.Next(1, 14)),
        _ => "9" + Digits(9),
    };

    private string Spell(string number)
    {
        var text = new StringBuilder();
        var digits = _random.Next(6);
        var gaps = _random.Next(3) == 0;
        var bracket = _random.Next(15) == 0 && number.Length > 6;
        for (var i = 0; i < number.Length; i++)
        {
            text.Append(bracket && i == 1 ? "(" : string.Empty);
            text.Append(char.IsAsciiDigit(number[i]) ? Digit(number[i], digits) : number[i]);
            text.Append(bracket && i == 4 ? ")" : string.Empty);
            text.Append(gaps && i + 1 < number.Length && _random.Next(4) == 0 ? Pick(_gaps) : string.Empty);
        }

        return text.ToString();
    }

    private static char Digit(char c, int script) => script switch
    {
        0 => PersianDigits[c - '0'],
        1 => ArabicDigits[c - '0'],
        2 when c is '1' => '\uFF11',
        _ => c,
    };

    private string Digits(int count) => string.Concat(Enumerable.Range(0, count).Select(_ => (char)('0' + _random.Next(10))));

    private string Insert(string text, string what) => text.Insert(_random.Next(text.Length + 1), what);

    private string Delete(string text) => text.Length == 0 ? text : text.Remove(_random.Next(text.Length), 1);

    private string Pick(string[] choices) => choices[_random.Next(choices.Length)];
}
