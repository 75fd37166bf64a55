using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace Benchmarks;

/// <summary>Runs the benchmarks named on the command line, all but the longest when none is named, and prints their figures at the end.</summary>
internal static class Runner
{
    /// <returns>0 when every bound is kept, 1 when one is missed, 2 for a name that no benchmark has.</returns>
    public static int Run(string[] args, Measure[] measures)
    {
        var unknown = args.FirstOrDefault(name => measures.All(measure => measure.Name != name));
        if (unknown is not null)
        {
            Console.Error.WriteLine($"There is no benchmark \"{unknown}\". Known: {string.Join(", ", measures.Select(measure => measure.Name))}.");
            return 2;
        }

        var figures = new List<Figure>();
        foreach (var measure in measures.Where(measure => args.Length == 0 ? !measure.IsOnlyRunByName : args.Contains(measure.Name)))
        {
            figures.AddRange(measure.Run());
        }

        Console.WriteLine();
        figures.ForEach(figure => Console.WriteLine(figure));
        return figures.TrueForAll(figure => figure.IsKept) ? 0 : 1;
    }

    /// <summary>What BenchmarkDotNet measured of a class.</summary>
    public static Summary Summarise<T>() => BenchmarkRunner.Run<T>(Configuration());

    /// <summary>Nanoseconds of one operation of a benchmark; with a parameter, of that case of it.</summary>
    public static double MeanOf(Summary summary, string method, object? parameter = null) => ReportOf(summary, method, parameter).ResultStatistics!.Mean;

    /// <summary>Bytes allocated by one operation.</summary>
    public static double BytesOf(Summary summary, string method, object? parameter = null)
    {
        var report = ReportOf(summary, method, parameter);
        return report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? throw new InvalidOperationException("Memory was not measured.");
    }

    private static BenchmarkReport ReportOf(Summary summary, string method, object? parameter) => summary.Reports.Single(report =>
        report.BenchmarkCase.Descriptor.WorkloadMethod.Name == method
        && (parameter is null || report.BenchmarkCase.Parameters.Items.Any(item => parameter.Equals(item.Value))));

    // In this process: nothing is generated or compiled, so it runs wherever the project was built.
    private static ManualConfig Configuration() => ManualConfig.CreateEmpty()
        .AddJob(Job.Default.WithToolchain(new InProcessEmitToolchain(TimeSpan.FromMinutes(10), logOutput: true)).WithWarmupCount(3).WithIterationCount(9))
        .AddDiagnoser(MemoryDiagnoser.Default)
        .AddColumnProvider(DefaultColumnProviders.Instance)
        .AddExporter(MarkdownExporter.Console)
        .AddLogger(ConsoleLogger.Unicode)
        .WithArtifactsPath(Path.Combine(AppContext.BaseDirectory, "BenchmarkDotNet.Artifacts"))
        .WithOptions(ConfigOptions.DisableLogFile);
}
