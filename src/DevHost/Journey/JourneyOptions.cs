namespace DevHost.Journey;

/// <summary>What a journey is asked to do.</summary>
public sealed record JourneyOptions
{
    /// <summary>CSV file of contacts.</summary>
    public required string ContactsFile { get; init; }

    /// <summary>One of <see cref="LocalProvider.Names"/>.</summary>
    public required string Provider { get; init; }

    /// <summary>Folder that outlives the run, or null for memory.</summary>
    public string? DataFolder { get; init; }

    /// <summary>Which phone answers, and the order of background jobs.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Simulated seconds in a real one.</summary>
    public double TimeScale { get; init; } = 100;

    /// <summary>Refuses what cannot be done.</summary>
    /// <exception cref="BadInputException">One sentence on what is wrong.</exception>
    public void Check()
    {
        LocalProvider.Of(Provider);
        if (!(TimeScale is >= 0.1 and <= 10_000))
        {
            throw new BadInputException($"--time-scale {TimeScale} is out of range; choose 0.1 to 10000.");
        }
    }

    /// <summary>The system this journey runs on.</summary>
    public LocalSystemOptions System() => new()
    {
        Providers = [Provider],
        DataFolder = DataFolder,
        Seed = Seed,
        TimeScale = TimeScale,
    };
}
