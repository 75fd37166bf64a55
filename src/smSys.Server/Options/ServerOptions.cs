namespace smSys.Server.Options;

/// <summary>What an operator sets, in appsettings.json under "smSys" or in the environment (smSys__Organisation__Address …).</summary>
public sealed class ServerOptions
{
    /// <summary>The organisation that the heart beats for.</summary>
    public OrganisationOptions Organisation { get; init; } = new();

    /// <summary>Seconds between two beats, from 1 to 300.</summary>
    public int BeatSeconds { get; init; } = 5;

    /// <summary>The folder that keeps call-backs which are acknowledged and not yet delivered. It has to outlive the replica.</summary>
    public string SpoolFolder { get; init; } = "spool";

    /// <summary>
    /// The secret from which the key in every call-back address is made; at least 16 characters. Empty: no call-backs are taken.
    /// </summary>
    public string CallBackSecret { get; init; } = string.Empty;

    /// <summary>What is wrong with the options, one sentence each with what to do; empty when nothing is.</summary>
    public IReadOnlyList<string> Problems()
    {
        var problems = new List<string>(Organisation.Problems());
        if (BeatSeconds is < 1 or > 300)
        {
            problems.Add($"smSys:BeatSeconds is {BeatSeconds}; set it to a number from 1 to 300.");
        }

        if (string.IsNullOrWhiteSpace(SpoolFolder))
        {
            problems.Add("smSys:SpoolFolder is empty; name a folder that outlives a restart.");
        }

        if (CallBackSecret.Length is > 0 and < 16)
        {
            problems.Add("smSys:CallBackSecret is too short; use at least 16 random characters, or leave it empty to take no call-backs.");
        }

        return problems;
    }
}
