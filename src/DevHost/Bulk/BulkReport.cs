using Newtonsoft.Json;

namespace DevHost.Bulk;

/// <summary>The figures of a bulk: those of a journey by the same names, and behind them what only a bulk has.</summary>
public sealed record BulkReport : SendingFigures
{
    /// <summary>Who was left out, by reason.</summary>
    [JsonProperty("skipped", Order = 1)]
    public SkippedCount Skipped { get; init; } = new();

    /// <summary>Not handed over yet.</summary>
    [JsonProperty("pending", Order = 1)]
    public int Pending { get; init; }

    /// <summary>Never handed over because somebody cancelled.</summary>
    [JsonProperty("cancelled", Order = 1)]
    public int Cancelled { get; init; }

    /// <summary>Messages that the simulator's file holds beyond the first to a number; 0, or there is a defect.</summary>
    [JsonProperty("duplicatesAtProvider", Order = 1)]
    public int DuplicatesAtProvider { get; init; }

    /// <summary>Accepted in this run by the wall clock, from the start to the hand-over of the last.</summary>
    [JsonProperty("messagesPerSecond", Order = 1)]
    public double MessagesPerSecond { get; init; }

    /// <summary>The most memory that the process held.</summary>
    [JsonProperty("peakMemoryMb", Order = 1)]
    public double PeakMemoryMb { get; init; }

    /// <summary>The deepest call of the run; Dynamics stops a chain at 8.</summary>
    [JsonProperty("deepestDepth", Order = 1)]
    public int DeepestDepth { get; init; }

    /// <summary>The state of the record.</summary>
    [JsonProperty("state", Order = 1)]
    public string State { get; init; } = string.Empty;

    /// <summary>The record says that nothing of it is left to be handed over.</summary>
    [JsonIgnore]
    public bool IsOver { get; init; }

    /// <summary>It is over, everything adds up and nothing is waited for.</summary>
    [JsonIgnore]
    public bool IsComplete => IsOver && Waiting == 0 && Pending == 0 && Mismatches.Count == 0;

    /// <inheritdoc/>
    protected override IEnumerable<string> OwnMismatches()
    {
        if (Rows != Accepted + Rejected + Skipped.Total + Unknown + Pending + Cancelled)
        {
            yield return $"rows {Rows} is not accepted {Accepted} + rejected {Rejected} + skipped {Skipped.Total} + unknown {Unknown} + pending {Pending} + cancelled {Cancelled}.";
        }

        if (DuplicatesAtProvider != 0)
        {
            yield return $"the provider took {DuplicatesAtProvider} messages to numbers that it had taken one for.";
        }
    }
}
