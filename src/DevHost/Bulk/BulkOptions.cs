namespace DevHost.Bulk;

/// <summary>What a bulk is asked to do.</summary>
public sealed record BulkOptions
{
    /// <summary>More contacts than this would only show how patient one is.</summary>
    public const int MostRecipients = 2_000_000;

    /// <summary>Contacts on the marketing list.</summary>
    public required int Recipients { get; init; }

    /// <summary>One of <see cref="LocalProvider.Names"/>.</summary>
    public required string Provider { get; init; }

    /// <summary>Folder that outlives the run, or null for memory.</summary>
    public string? DataFolder { get; init; }

    /// <summary>Numbers of every outcome, duplicates, invalid ones, people who opted out.</summary>
    public bool Mixed { get; init; }

    /// <summary>Order of background jobs.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Simulated seconds in a real one.</summary>
    public double TimeScale { get; init; } = 100;

    /// <summary>Refuses what cannot be done.</summary>
    /// <exception cref="BadInputException">One sentence on what is wrong.</exception>
    public void Check()
    {
        LocalProvider.Of(Provider);
        if (Recipients is < 1 or > MostRecipients)
        {
            throw new BadInputException($"--recipients {Recipients} is out of range; choose 1 to {MostRecipients}.");
        }

        if (!(TimeScale is >= 0.1 and <= 10_000))
        {
            throw new BadInputException($"--time-scale {TimeScale} is out of range; choose 0.1 to 10000.");
        }
    }

    /// <summary>The system this bulk runs on.</summary>
    public LocalSystemOptions System() => new()
    {
        Providers = [Provider],
        DataFolder = DataFolder,
        Seed = Seed,
        TimeScale = TimeScale,
    };
}
