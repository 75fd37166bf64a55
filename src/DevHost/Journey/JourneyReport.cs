using Newtonsoft.Json;

namespace DevHost.Journey;

/// <summary>The figures of a journey, in the order and by the names in which <c>--json</c> prints them.</summary>
public sealed record JourneyReport
{
    /// <summary>Rows of the file that are not blank.</summary>
    [JsonProperty("rows")]
    public int Rows { get; init; }

    /// <summary>Different numbers that can receive an SMS.</summary>
    [JsonProperty("recipients")]
    public int Recipients { get; init; }

    /// <summary>Rows that could not be read or whose number cannot receive an SMS.</summary>
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

    /// <summary>Cases that an answer from the phone opened.</summary>
    [JsonProperty("cases")]
    public int Cases { get; init; }

    /// <summary>Replies that reached the phone.</summary>
    [JsonProperty("replies")]
    public int Replies { get; init; }

    /// <summary>Calls of smSys.dll to IOrganizationService for each recipient.</summary>
    [JsonProperty("crmCallsPerMessage")]
    public double CrmCallsPerMessage { get; init; }

    /// <summary>Requests to the provider for each recipient.</summary>
    [JsonProperty("providerCallsPerMessage")]
    public double ProviderCallsPerMessage { get; init; }

    /// <summary>Wall clock, from the first contact to the last state.</summary>
    [JsonProperty("seconds")]
    public double Seconds { get; init; }

    /// <summary>What does not add up, one sentence each; empty when everything does.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Mismatches => [.. FindMismatches()];

    /// <summary>Everything adds up and nothing is waited for.</summary>
    [JsonIgnore]
    public bool IsComplete => Waiting == 0 && Mismatches.Count == 0;

    private IEnumerable<string> FindMismatches()
    {
        if (Rows != Recipients + Invalid + Duplicates)
        {
            yield return $"rows {Rows} is not recipients {Recipients} + invalid {Invalid} + duplicates {Duplicates}.";
        }

        if (Recipients != Accepted + Rejected + Unknown)
        {
            yield return $"recipients {Recipients} is not accepted {Accepted} + rejected {Rejected} + unknown {Unknown}.";
        }

        if (Accepted != Delivered + Undelivered + Blocked + WithoutReceipt + Waiting)
        {
            yield return $"accepted {Accepted} is not delivered {Delivered} + undelivered {Undelivered} + blocked {Blocked} + without receipt {WithoutReceipt} + waiting {Waiting}.";
        }

        if (Delivered > 0 && (Cases != 1 || Replies != 1))
        {
            yield return $"the answer of one phone made {Cases} cases and {Replies} replies, not one of each.";
        }
    }
}
