using System;
using System.Globalization;
using smSys.Messaging.Bulk;

namespace smSys.Plugins.Bulk.DryRunning;

/// <summary>What a dry run keeps between ticks: which request it serves, how far the dealing is, what was counted.</summary>
public sealed record DryRunJournal(string Request, DealState Deal, DryRunTally Tally)
{
    private const string Border = "\n=\n";

    /// <summary>Reads the journal; one of an earlier request counts as none.</summary>
    public static DryRunJournal Read(string? journal, DateTime? requestedOn)
    {
        var request = (requestedOn?.Ticks ?? 0).ToString(CultureInfo.InvariantCulture);
        var parts = (journal ?? string.Empty).Replace("\r\n", "\n").Split([Border], StringSplitOptions.None);
        return parts.Length == 3 && string.Equals(parts[0], request, StringComparison.Ordinal)
            ? new DryRunJournal(request, DealState.Read(parts[1]), DryRunTally.Read(parts[2]))
            : new DryRunJournal(request, new DealState(), new DryRunTally());
    }

    /// <summary>As text.</summary>
    public string Write() => Request + Border + Deal.Write() + Border + Tally.Write();
}
