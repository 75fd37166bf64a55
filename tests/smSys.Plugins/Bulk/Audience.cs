using System.Globalization;

namespace smSys.Plugins.Tests.Bulk;

/// <summary>Numbers for bulks.</summary>
internal static class Audience
{
    /// <summary>Numbers whose endings mean nothing to the simulators (they end in 9).</summary>
    public static IReadOnlyList<string> Plain(int count) =>
        [.. Enumerable.Range(0, count).Select(i => "98912" + (1_000_000 + (i * 10) + 9).ToString(CultureInfo.InvariantCulture))];
}
