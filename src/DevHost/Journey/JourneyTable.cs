using System.Globalization;
using System.Text;

namespace DevHost.Journey;

/// <summary>The figures of a journey as a table for people.</summary>
public static class JourneyTable
{
    /// <summary>A line a figure; those that are parts of another are indented below it.</summary>
    public static string Of(JourneyReport report, JourneyOptions options)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"Journey by {options.Provider}, {Path.GetFileName(options.ContactsFile)}, {report.Seconds:0.0} s");
        void Line(string name, object value) => text.AppendLine(CultureInfo.InvariantCulture, $"  {name,-36}{value,10}");
        Line("rows", report.Rows);
        Line("  recipients", report.Recipients);
        Line("    accepted by the provider", report.Accepted);
        Line("      delivered", report.Delivered);
        Line("      undelivered", report.Undelivered);
        Line("      blocked by the operator", report.Blocked);
        Line("      without receipt", report.WithoutReceipt);
        Line("      waiting", report.Waiting);
        Line("    rejected", report.Rejected);
        Line("    unknown", report.Unknown);
        Line("  invalid", report.Invalid);
        Line("  duplicates", report.Duplicates);
        Line("cases opened by an answer", report.Cases);
        Line("replies on the phone", report.Replies);
        Line("CRM calls a message", report.CrmCallsPerMessage.ToString("0.00", CultureInfo.InvariantCulture));
        Line("provider calls a message", report.ProviderCallsPerMessage.ToString("0.00", CultureInfo.InvariantCulture));
        text.Append(report.IsComplete ? "Everything adds up." : "It does not add up, or something is still waited for.");
        return text.ToString();
    }
}
