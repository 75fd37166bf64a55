using CrmEmulator.Network;
using CrmEmulator.Pipeline;
using CrmEmulator.Storage;

namespace CrmEmulator;

/// <summary>How an organisation is set up.</summary>
public sealed record OrganizationOptions
{
    /// <summary>The SQLite file that holds the organisation; null keeps it in memory.</summary>
    public string? DataFile { get; init; }

    /// <summary>The organisation's clock, best an <see cref="Time.OrganizationClock"/>; null is the real one.</summary>
    public TimeProvider? Clock { get; init; }

    public string Name { get; init; } = "smsys";

    public Uri BaseAddress { get; init; } = new("http://localhost:5080/");

    /// <summary>The language of labels and formatted values, by LCID.</summary>
    public int Language { get; init; } = 1033;

    /// <summary>The users' time zone: «today» and dates people read follow it.</summary>
    public TimeSpan UserTimeOffset { get; init; } = TimeSpan.FromMinutes(210);

    public string CurrencyName { get; init; } = "Iranian Rial";

    public string CurrencyCode { get; init; } = "IRR";

    public string CurrencySymbol { get; init; } = "﷼";

    /// <summary>Rows an aggregate may sum up.</summary>
    public int AggregateLimit { get; init; } = 50_000;

    /// <summary>How long a call waits for another's transaction.</summary>
    public TimeSpan TransactionTimeout { get; init; } = TimeSpan.FromMinutes(3);

    public StoreSettings Store { get; init; } = new();

    /// <summary>How plug-ins, workflow steps and asynchronous jobs run.</summary>
    public ExecutionOptions Execution { get; init; } = new();

    /// <summary>Which host names plug-in code reaches; null reaches none until routes are added.</summary>
    public PlugInNetwork? Network { get; init; }
}
