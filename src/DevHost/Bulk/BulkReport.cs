using Newtonsoft.Json;

namespace DevHost.Bulk;

/// <summary>The figures of a bulk: those of a journey by the same names, and what only a bulk has.</summary>
public sealed record BulkReport
{
    /// <summary>People on the list.</summary>
    [JsonProperty("rows")]
    public int Rows { get; init; }

    /// <summary>Different numbers that can receive an SMS.</summary>
    [JsonProperty("recipients")]
    public int Recipients { get; init; }

    /// <summary>People without a number, or with one that cannot receive an SMS.</summary>
    [JsonProperty("invalid")]
    public int Invalid { get; init; }

    /// <summary>People whose number an earlier one has.</summary>
    [JsonProperty("duplicates")]
    public int Duplicates { get; init; }

    /// <summary>The provider took it.</summary>
    [JsonProperty("accepted")]
    public int Accepted { get; init; }

    /// <summary>Certainly not taken.</summary>
    [JsonProperty("rejected")]
    public int Rejected { get; init; }

    /// <summary>Nobody can say.</summary>
    [JsonProperty("unknown")]
    public int Unknown { get; init; }

    /// <summary>Accepted, and on the phone.</summary>
    [JsonProperty("delivered")]
    public int Delivered { get; init; }

    /// <summary>Accepted, and did not reach the phone.</summary>
    [JsonProperty("undelivered")]
    public int Undelivered { get; init; }

    /// <summary>Accepted, and refused by the operator's block list afterwards.</summary>
    [JsonProperty("blocked")]
    public int Blocked { get; init; }

    /// <summary>Accepted, and no receipt came within the setting's validity.</summary>
    [JsonProperty("withoutReceipt")]
    public int WithoutReceipt { get; init; }

    /// <summary>Accepted, and a receipt may still come.</summary>
    [JsonProperty("waiting")]
    public int Waiting { get; init; }

    /// <summary>A bulk opens none.</summary>
    [JsonProperty("cases")]
    public int Cases { get; init; }

    /// <summary>A bulk gets none.</summary>
    [JsonProperty("replies")]
    public int Replies { get; init; }

    /// <summary>Calls of the bulk's own processes to IOrganizationService for each message of this run, up to the hand-over of the last; what asks for receipts is apart.</summary>
    [JsonProperty("crmCallsPerMessage")]
    public double CrmCallsPerMessage { get; init; }

    /// <summary>Requests to the provider for each message of this run, up to the hand-over of the last.</summary>
    [JsonProperty("providerCallsPerMessage")]
    public double ProviderCallsPerMessage { get; init; }

    /// <summary>Wall clock of this run.</summary>
    [JsonProperty("seconds")]
    public double Seconds { get; init; }

    /// <summary>Who was left out, by reason.</summary>
    [JsonProperty("skipped")]
    public SkippedCount Skipped { get; init; } = new();

    /// <summary>Not handed over yet.</summary>
    [JsonProperty("pending")]
    public int Pending { get; init; }

    /// <summary>Never handed over because somebody cancelled.</summary>
    [JsonProperty("cancelled")]
    public int Cancelled { get; init; }

    /// <summary>Messages that the simulator's file holds beyond the first to a number; 0, or there is a defect.</summary>
    [JsonProperty("duplicatesAtProvider")]
    public int DuplicatesAtProvider { get; init; }

    /// <summary>Accepted in this run by the wall clock, from the start to the hand-over of the last.</summary>
    [JsonProperty("messagesPerSecond")]
    public double MessagesPerSecond { get; init; }

    /// <summary>The most memory that the process held.</summary>
    [JsonProperty("peakMemoryMb")]
    public double PeakMemoryMb { get; init; }

    /// <summary>The deepest call of the run; Dynamics stops a chain at 8.</summary>
    [JsonProperty("deepestDepth")]
    public int DeepestDepth { get; init; }

    /// <summary>The state of the record.</summary>
    [JsonProperty("state")]
    public string State { get; init; } = string.Empty;

    /// <summary>What does not add up, one sentence each; empty when everything does.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Mismatches => [.. FindMismatches()];

    /// <summary>The record says that nothing of it is left to be handed over.</summary>
    [JsonIgnore]
    public bool IsOver { get; init; }

    /// <summary>It is over, everything adds up and nothing is waited for.</summary>
    [JsonIgnore]
    public bool IsComplete => IsOver && Waiting == 0 && Pending == 0 && Mismatches.Count == 0;

    private IEnumerable<string> FindMismatches()
    {
        if (Rows != Accepted + Rejected + Skipped.Total + Unknown + Pending + Cancelled)
        {
            yield return $"rows {Rows} is not accepted {Accepted} + rejected {Rejected} + skipped {Skipped.Total} + unknown {Unknown} + pending {Pending} + cancelled {Cancelled}.";
        }

        if (Accepted != Delivered + Undelivered + Blocked + WithoutReceipt + Waiting)
        {
            yield return $"accepted {Accepted} is not delivered {Delivered} + undelivered {Undelivered} + blocked {Blocked} + without receipt {WithoutReceipt} + waiting {Waiting}.";
        }

        if (DuplicatesAtProvider != 0)
        {
            yield return $"the provider took {DuplicatesAtProvider} messages to numbers that it had taken one for.";
        }
    }
}
