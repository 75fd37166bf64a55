using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Reports;
using PhoneNumbers;
using smSys.Messaging.Numbers;

namespace Benchmarks.Numbers;

/// <summary>A thousand mobiles, written in ten ways, all of which libphonenumber reads too.</summary>
public class NumberParsing
{
    private const int Count = 1000;
    private readonly PhoneNumberUtil _library = PhoneNumberUtil.GetInstance();
    private readonly string[] _texts = Texts();
    private readonly string[] _digits = new string[Count];

    [Benchmark(OperationsPerInvoke = Count)]
    public int SmSys()
    {
        var valid = 0;
        foreach (var text in _texts)
        {
            valid += PhoneNumberParser.Parse(text).IsValid ? 1 : 0;
        }

        return valid;
    }

    /// <summary>What smSys does in one call: read, judge, write in one form.</summary>
    [Benchmark(OperationsPerInvoke = Count)]
    public int Library()
    {
        var valid = 0;
        foreach (var text in _texts)
        {
            var number = _library.Parse(text, "IR");
            valid += _library.IsValidNumber(number) && _library.Format(number, PhoneNumberFormat.E164).Length > 0 ? 1 : 0;
        }

        return valid;
    }

    /// <summary>Reading alone, which neither judges nor writes.</summary>
    [Benchmark(OperationsPerInvoke = Count)]
    public int LibraryReadingOnly()
    {
        var sum = 0;
        foreach (var text in _texts)
        {
            sum += _library.Parse(text, "IR").CountryCode;
        }

        return sum;
    }

    /// <summary>What the result itself costs: a string of twelve digits.</summary>
    [Benchmark(OperationsPerInvoke = Count)]
    public string[] ResultAlone()
    {
        for (var i = 0; i < Count; i++)
        {
            _digits[i] = new string('9', 12);
        }

        return _digits;
    }

    internal static IReadOnlyList<Figure> Judge(Summary summary) =>
    [
        Figure.AtLeast(
            "numbers: times faster than libphonenumber-csharp (parse, validate, format)",
            Runner.MeanOf(summary, nameof(Library)) / Runner.MeanOf(summary, nameof(SmSys)),
            20),
        Figure.ForInformation(
            "numbers: times faster than libphonenumber-csharp's parse alone",
            Runner.MeanOf(summary, nameof(LibraryReadingOnly)) / Runner.MeanOf(summary, nameof(SmSys))),
        Figure.AtMost(
            "numbers: bytes allocated beside the result",
            Runner.BytesOf(summary, nameof(SmSys)) - Runner.BytesOf(summary, nameof(ResultAlone)),
            0),
        Figure.ForInformation("numbers: nanoseconds a number", Runner.MeanOf(summary, nameof(SmSys))),
    ];

    private static string[] Texts()
    {
        var random = new Random(98);
        string[] prefixes = ["912", "919", "921", "935", "939", "901", "990"];
        return Enumerable.Range(0, Count)
            .Select(i => Spell(prefixes[random.Next(prefixes.Length)], random.Next(10_000_000).ToString("D7"), i % 10))
            .ToArray();
    }

    private static string Spell(string prefix, string rest, int way) => way switch
    {
        0 => "0" + prefix + rest,
        1 => "+98" + prefix + rest,
        2 => "0098" + prefix + rest,
        3 => "98" + prefix + rest,
        4 => prefix + rest,
        5 => "0" + prefix + " " + rest[..3] + " " + rest[3..],
        6 => "0" + prefix + "-" + rest[..3] + "-" + rest[3..5] + "-" + rest[5..],
        7 => "(0" + prefix + ") " + rest,
        8 => string.Concat(("0" + prefix + rest).Select(digit => (char)('\u06F0' + (digit - '0')))),
        _ => "+98 (0) " + prefix + " " + rest,
    };
}
