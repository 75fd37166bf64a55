using smSys.Crm.Tables;

namespace DevHost;

/// <summary>A provider that can be simulated here, and how an SMS Setting names it.</summary>
public sealed record LocalProvider(string Name, ProviderKind Kind, string Title)
{
    /// <summary>The one that is used when none is named.</summary>
    public const string Default = "ghasedak";

    private static readonly LocalProvider[] All =
    [
        new("atieh", ProviderKind.Atieh, "Atieh Dadeh Pardaz (simulated)"),
        new("asanak", ProviderKind.Asanak, "Asanak (simulated)"),
        new("bsms", ProviderKind.BSms, "B sms (simulated)"),
        new(Default, ProviderKind.Ghasedak, "Ghasedak (simulated)"),
        new("mehrafraz", ProviderKind.MehrAfraz, "Mehr Afraz (simulated)"),
        new("parsgreen", ProviderKind.ParsGreen, "Pars Green (simulated)"),
        new("rahyab", ProviderKind.Rahyab, "Rahyab Payam Gostar (simulated)"),
        new("tooba", ProviderKind.Tooba, "Tooba (simulated)"),
        new("payamakpanel", ProviderKind.PayamakPanel, "payamak-panel (simulated)"),
        new("kavenegar", ProviderKind.Kavenegar, "Kavenegar (simulated)"),
        new("http", ProviderKind.HTTP, "A panel by its description (simulated)"),
    ];

    /// <summary>The names that <c>--provider</c> takes.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(p => p.Name)];

    /// <summary>The names in one line, for help texts.</summary>
    public static string Choice => string.Join(", ", Names);

    /// <summary>The provider of that name.</summary>
    /// <exception cref="BadInputException">There is none.</exception>
    public static LocalProvider Of(string name) => All.FirstOrDefault(p => p.Name == name)
        ?? throw new BadInputException($"There is no provider \"{name}\"; choose one of {Choice}.");
}
