using smSys.Crm.Tables;

namespace DevHost;

/// <summary>A provider that can be simulated here, and how an SMS Setting names it.</summary>
public sealed record LocalProvider(string Name, ProviderKind Kind, string Title)
{
    private static readonly LocalProvider[] All =
    [
        new("ghasedak", ProviderKind.Ghasedak, "Ghasedak (simulated)"),
        new("rahyab", ProviderKind.Rahyab, "Rahyab Payam Gostar (simulated)"),
    ];

    /// <summary>The names that <c>--provider</c> takes.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(p => p.Name)];

    /// <summary>The provider of that name.</summary>
    /// <exception cref="BadInputException">There is none.</exception>
    public static LocalProvider Of(string name) => All.FirstOrDefault(p => p.Name == name)
        ?? throw new BadInputException($"There is no provider \"{name}\"; choose one of {string.Join(", ", Names)}.");
}
