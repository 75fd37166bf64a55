using Newtonsoft.Json;

namespace DevHost.Journey;

/// <summary>The figures of a journey, by the names in which <c>--json</c> prints them.</summary>
public sealed record JourneyReport : SendingFigures
{
    /// <summary>Everything adds up and nothing is waited for.</summary>
    [JsonIgnore]
    public bool IsComplete => Waiting == 0 && Mismatches.Count == 0;

    /// <inheritdoc/>
    protected override IEnumerable<string> OwnMismatches()
    {
        if (Rows != Recipients + Invalid + Duplicates)
        {
            yield return $"rows {Rows} is not recipients {Recipients} + invalid {Invalid} + duplicates {Duplicates}.";
        }

        if (Recipients != Accepted + Rejected + Unknown)
        {
            yield return $"recipients {Recipients} is not accepted {Accepted} + rejected {Rejected} + unknown {Unknown}.";
        }

        if (Delivered > 0 && (Cases != 1 || Replies != 1))
        {
            yield return $"the answer of one phone made {Cases} cases and {Replies} replies, not one of each.";
        }
    }
}
