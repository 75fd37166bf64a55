using ProviderSimulators.Hosting;
using smSys.Messaging.Providers;

namespace smSys.Providers.Tests.Doubles;

/// <summary>
/// An adapter as the tests over all adapters see it: one row a kind, or several where an option makes it another protocol.
/// What can be read from its capabilities is not repeated here.
/// </summary>
internal sealed record TestedKind(string Name, string MediaType, string Piece)
{
    public static IReadOnlyList<TestedKind> All { get; } =
    [
        new("ghasedak", "application/json", "{\"messageId\":\"1\"},"),
        new("rahyab", "text/xml; charset=utf-8", "<DataSendOut><ClientID>1</ClientID></DataSendOut>"),
    ];

    /// <summary>Every row's name.</summary>
    public static TheoryData<string> Names => [.. All.Select(row => row.Name)];

    /// <summary>Those that can be asked by our reference.</summary>
    public static TheoryData<string> Asked => [.. All.Where(row => row.Capabilities.AskLimit > 0).Select(row => row.Name)];

    /// <summary>What <see cref="ProviderCatalog"/> knows it by: the name up to a slash.</summary>
    public string Kind => Name.Split('/')[0];

    /// <summary>The simulator that it talks to.</summary>
    public string Simulator { get; init; } = Name.Split('/')[0];

    /// <summary>What makes its simulator speak this variant.</summary>
    public Action<ProviderSimulator>? Arrange { get; init; }

    /// <summary>Options of its account, as an administrator would set them.</summary>
    public (string Name, string Value)[] Options { get; init; } = [];

    /// <summary>One call carries one text only.</summary>
    public bool OneTextACall { get; init; }

    /// <summary>Messages that one call carries; the most of one send unless told.</summary>
    public int? ACall { get; init; }

    public ProviderCapabilities Capabilities => Create(Some.Account("https://any.example.test/", options: Options), new ProviderSurroundings()).Capabilities;

    public static TestedKind Of(string name) => All.Single(row => row.Name == name);

    public ISmsProvider Create(ProviderAccount account, ProviderSurroundings surroundings) => ProviderCatalog.Create(Kind, account, surroundings);

    public ISmsProvider Create(string address, ProviderSurroundings surroundings, string user = Some.User, string secret = Some.PlainSecret) =>
        Create(Some.Account(address, user, secret, Options), surroundings);

    /// <summary>A full batch, at most 100, that needs as few calls as the protocol allows.</summary>
    public OutgoingMessage[] Batch(string line = "30001234")
    {
        OutgoingMessage[] messages = Some.Messages(Math.Min(100, Capabilities.SendLimit), line);
        return OneTextACall ? [.. messages.Select(message => message with { Text = "سلام به همه" })] : messages;
    }
}
