using System.Globalization;
using System.Text;

namespace DevHost.Bulk;

/// <summary>The figures of a bulk as a table for people.</summary>
public static class BulkTable
{
    /// <summary>A line a figure; those that are parts of another are indented below it.</summary>
    public static string Of(BulkReport report, BulkOptions options)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"Bulk by {options.Provider}, {report.State}, {report.Seconds:0.0} s");
        void Line(string name, object value) => text.AppendLine(CultureInfo.InvariantCulture, $"  {name,-36}{value,10}");
        Line("people", report.Rows);
        Line("  accepted by the provider", report.Accepted);
        Line("    delivered", report.Delivered);
        Line("    undelivered", report.Undelivered);
        Line("    blocked by the operator", report.Blocked);
        Line("    without receipt", report.WithoutReceipt);
        Line("    waiting", report.Waiting);
        Line("  rejected", report.Rejected);
        Line("  unknown", report.Unknown);
        Line("  pending", report.Pending);
        Line("  cancelled", report.Cancelled);
        Line("  skipped", report.Skipped.Total);
        Line("    no number", report.Skipped.NoNumber);
        Line("    invalid number", report.Skipped.Invalid);
        Line("    duplicate", report.Skipped.Duplicate);
        Line("    opted out", report.Skipped.OptedOut);
        Line("    do not contact", report.Skipped.DoNotContact);
        Line("    blocked by the operator before", report.Skipped.Blocked);
        Line("    missing value", report.Skipped.MissingValue);
        Line("    expired", report.Skipped.Expired);
        Line("twice at the provider", report.DuplicatesAtProvider);
        Line("messages a second", report.MessagesPerSecond.ToString("0.0", CultureInfo.InvariantCulture));
        Line("CRM calls a message", report.CrmCallsPerMessage.ToString("0.000", CultureInfo.InvariantCulture));
        Line("provider calls a message", report.ProviderCallsPerMessage.ToString("0.0000", CultureInfo.InvariantCulture));
        Line("peak memory (MB)", report.PeakMemoryMb.ToString("0", CultureInfo.InvariantCulture));
        Line("deepest depth (Dynamics stops at 8)", report.DeepestDepth);
        text.Append(report.IsComplete ? "Everything adds up." : "It does not add up, or something is still waited for.");
        return text.ToString();
    }
}
