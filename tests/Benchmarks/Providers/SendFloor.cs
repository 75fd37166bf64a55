namespace Benchmarks.Providers;

/// <summary>
/// A protocol and the fewest calls in which it can take a hundred messages, by its documented operations, whoever writes the client.
/// </summary>
/// <param name="Name">Kind; after a slash the protocol that an option chooses.</param>
/// <param name="Same">Calls for a hundred recipients of one text.</param>
/// <param name="Different">Calls for a hundred texts.</param>
/// <param name="Options">The account's options that choose it.</param>
internal sealed record SendFloor(string Name, double Same, double Different, params (string Name, string Value)[] Options)
{
    /// <summary>Why an adapter makes more calls than the protocol needs, by name and text; nobody else may.</summary>
    public static IReadOnlyDictionary<(string Name, bool IsSame), string> Reasons { get; } = new Dictionary<(string, bool), string>
    {
        [("payamakpanel/rest", true)] = "a list of recipients is answered with one id, and which of them it is nobody can say",
    };

    /// <summary>Where documents name no limit, a hundred is taken for it, as the adapters do.</summary>
    public static IReadOnlyList<SendFloor> All { get; } =
    [
        new("asanak", 1, 1),
        new("atieh", 1, 1),
        new("bsms", 1, 100),
        new("ghasedak", 1, 1),
        new("http", 1, 1),
        new("kavenegar", 0.5, 0.5),
        new("mehrafraz", 1, 1),
        new("parsgreen", 1, 100),
        new("payamakpanel", 1, 1),
        new("payamakpanel/rest", 1, 100, ("style", "rest")),
        new("rahyab", 1, 1),
        new("rahyab/panel", 1, 100, ("system", "panel")),
        new("tooba", 1, 1),
    ];

    public string Kind => Name.Split('/')[0];

    /// <summary>The simulator that speaks it.</summary>
    public string Simulator => Name == "rahyab/panel" ? "bsms" : Kind;

    public double Of(bool isSame) => isSame ? Same : Different;
}
