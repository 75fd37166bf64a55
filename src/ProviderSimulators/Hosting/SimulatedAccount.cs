namespace ProviderSimulators.Hosting;

/// <summary>The customer's account at a simulated provider.</summary>
public sealed class SimulatedAccount
{
    /// <summary>Empty where the provider knows none.</summary>
    public string UserName { get; init; } = string.Empty;

    /// <summary>Password or API key.</summary>
    public required string Secret { get; init; }

    /// <summary>Stands for the user name where the provider knows tokens; empty: none.</summary>
    public string Token { get; init; } = string.Empty;

    /// <summary>Sender lines, digits only.</summary>
    public required IReadOnlyList<string> Lines { get; init; }

    /// <summary>Rial paid in; what was spent is counted by the messages.</summary>
    public decimal PaidIn { get; set; } = 50_000_000_000m;

    /// <summary>Rial for a part.</summary>
    public decimal PartPrice { get; init; } = 1_000m;

    /// <summary>False: the account is not active.</summary>
    public bool IsActive { get; set; } = true;

    /// <summary>Options that an SMS Setting needs to speak to this simulator, where documents leave a choice; empty: none.</summary>
    public IReadOnlyDictionary<string, string> Options { get; init; } = new Dictionary<string, string>();
}
