using System.Globalization;

namespace DevHost.Bulk;

/// <summary>The most memory that this process has held.</summary>
public static class PeakMemory
{
    private const string Line = "VmHWM:";
    private const string Status = "/proc/self/status";

    /// <summary>In megabytes; where the system keeps no such figure, what it holds now.</summary>
    public static double InMegabytes()
    {
        var kibibytes = File.Exists(Status) && File.ReadLines(Status).FirstOrDefault(line => line.StartsWith(Line, StringComparison.Ordinal)) is { } found
            ? double.Parse(found[Line.Length..].Replace("kB", string.Empty, StringComparison.Ordinal).Trim(), CultureInfo.InvariantCulture)
            : Environment.WorkingSet / 1024.0;
        return Math.Round(kibibytes / 1024, 1);
    }
}
