using Newtonsoft.Json;

namespace DevHost;

/// <summary>The figures that a journey and a bulk print by the same names, and what has to add up in both.</summary>
public abstract record SendingFigures
{
    /// <summary>Rows of the contacts file that are not blank, or people on a list.</summary>
    [JsonProperty("rows")]
    public int Rows { get; init; }

    /// <summary>Different numbers that can receive an SMS.</summary>
    [JsonProperty("recipients")]
    public int Recipients { get; init; }

    /// <summary>Rows that could not be read, have no number, or one that cannot receive an SMS.</summary>
    [JsonProperty("invalid")]
    public int Invalid { get; init; }

    /// <summary>Rows whose number stands in an earlier row.</summary>
    [JsonProperty("duplicates")]
    public int Duplicates { get; init; }

    /// <summary>Recipients whose message the provider took.</summary>
    [JsonProperty("accepted")]
    public int Accepted { get; init; }

    /// <summary>Recipients whose message was certainly not taken.</summary>
    [JsonProperty("rejected")]
    public int Rejected { get; init; }

    /// <summary>Recipients of whom nobody can say.</summary>
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

    /// <summary>Cases that an answer from the phone opened; a bulk opens none.</summary>
    [JsonProperty("cases")]
    public int Cases { get; init; }

    /// <summary>Replies that reached the phone; a bulk gets none.</summary>
    [JsonProperty("replies")]
    public int Replies { get; init; }

    /// <summary>Calls of smSys.dll to IOrganizationService for each recipient; of a bulk its own processes' up to the hand-over of the last, without those that ask for receipts.</summary>
    [JsonProperty("crmCallsPerMessage")]
    public double CrmCallsPerMessage { get; init; }

    /// <summary>Requests to the provider for each recipient; of a bulk up to the hand-over of the last.</summary>
    [JsonProperty("providerCallsPerMessage")]
    public double ProviderCallsPerMessage { get; init; }

    /// <summary>Wall clock of the run, to the last state.</summary>
    [JsonProperty("seconds")]
    public double Seconds { get; init; }

    /// <summary>What does not add up, one sentence each; empty when everything does.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Mismatches => [.. OwnMismatches(), .. AcceptedMismatches()];

    /// <summary>What only this kind of run promises.</summary>
    protected abstract IEnumerable<string> OwnMismatches();

    private IEnumerable<string> AcceptedMismatches()
    {
        if (Accepted != Delivered + Undelivered + Blocked + WithoutReceipt + Waiting)
        {
            yield return $"accepted {Accepted} is not delivered {Delivered} + undelivered {Undelivered} + blocked {Blocked} + without receipt {WithoutReceipt} + waiting {Waiting}.";
        }
    }
}
