using BenchmarkDotNet.Reports;

namespace Benchmarks;

/// <summary>A benchmark that can be asked for by name.</summary>
/// <param name="Name">On the command line.</param>
/// <param name="Run">Runs it; the figures that the project promises.</param>
internal sealed record Measure(string Name, Func<IReadOnlyList<Figure>> Run)
{
    /// <summary>Takes too long to run among all the others.</summary>
    public bool IsOnlyRunByName { get; init; }

    /// <summary>A class that BenchmarkDotNet runs; <paramref name="judge"/> reads the figures off its summary.</summary>
    public static Measure Of<T>(string name, Func<Summary, IReadOnlyList<Figure>> judge) => new(name, () => judge(Runner.Summarise<T>()));
}

/// <summary>A figure with its bound; the bound is kept when <paramref name="IsKept"/>.</summary>
internal sealed record Figure(string What, double Value, string Bound, bool IsKept)
{
    public static Figure AtLeast(string what, double value, double bound) => new(what, value, $"at least {bound:0.##}", value >= bound);

    public static Figure AtMost(string what, double value, double bound) => new(what, value, $"at most {bound:0.##}", value <= bound);

    public static Figure ForInformation(string what, double value) => new(what, value, "for information", true);

    public override string ToString() => $"{(IsKept ? "ok    " : "MISSED")}  {What}: {Value:0.00} ({Bound})";
}
