using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Reports;
using smSys.Messaging.Text;

namespace Benchmarks.Text;

/// <summary>Time a character of counting the parts of a text, from 10 to 10,000 characters.</summary>
public class TextParts
{
    private static readonly int[] _lengths = [10, 100, 1000, 10_000];
    private string _latin = string.Empty;
    private string _persian = string.Empty;

    [Params(10, 100, 1000, 10_000)]
    public int Length { get; set; }

    // Ten characters repeated, so that every length is the same mixture.
    [GlobalSetup]
    public void Prepare()
    {
        _latin = Fill("{12.50} €,");
        _persian = Fill("سلام ۱۲😀،");
    }

    [Benchmark]
    public int Latin() => SmsText.Measure(_latin).Parts;

    [Benchmark]
    public int Persian() => SmsText.Measure(_persian).Parts;

    internal static IReadOnlyList<Figure> Judge(Summary summary) =>
    [
        .. Flatness(summary, nameof(Latin)),
        .. Flatness(summary, nameof(Persian)),
    ];

    // Flat: at 10,000 characters one of them costs no more than at any shorter length, but for the noise of a machine.
    private static IEnumerable<Figure> Flatness(Summary summary, string method)
    {
        var each = _lengths.Select(length => Runner.MeanOf(summary, method, length) / length).ToArray();
        yield return Figure.AtMost($"parts, {method}: time a character at 10,000 characters / at 10", each[^1] / each[0], 1.5);
        yield return Figure.AtMost($"parts, {method}: time a character at 10,000 characters / at the cheapest shorter length", each[^1] / each[..^1].Min(), 2);
        yield return Figure.ForInformation($"parts, {method}: nanoseconds a character at 10", each[0]);
        yield return Figure.ForInformation($"parts, {method}: nanoseconds a character at 10,000", each[^1]);
    }

    private string Fill(string sentence) => string.Concat(Enumerable.Repeat(sentence, (Length / sentence.Length) + 1))[..Length];
}
