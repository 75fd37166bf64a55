using ProviderSimulators.Hosting;
using ProviderSimulators.PayamakPanel;
using smSys.Messaging.Providers;

namespace smSys.Providers.Tests.Doubles;

/// <summary>What the tests over all providers have to know of one. A new adapter adds its row here when it differs.</summary>
/// <param name="Media">Content type of its answers.</param>
/// <param name="BlockedAs">How its delivery states show a block list that was found out after the hand-over.</param>
/// <param name="PendingAs">How they show a message that is with the operator.</param>
/// <param name="OneText">One call carries one text only.</param>
/// <param name="ACall">Messages that one call carries, where that is less than a batch.</param>
/// <param name="SaysTooFast">It has a code for too many requests.</param>
/// <param name="IsOneAddress">Its address leads to the service itself, not to a host.</param>
/// <param name="Ids">What its message ids look like.</param>
internal sealed partial record ProviderFacts(
    string Media = "application/json",
    DeliveryStateKind BlockedAs = DeliveryStateKind.Blocked,
    DeliveryStateKind PendingAs = DeliveryStateKind.SentToOperator,
    bool OneText = false,
    int? ACall = null,
    bool SaysTooFast = true,
    bool IsOneAddress = true,
    string Ids = @"^\d{1,100}$")
{
    private const string Xml = "text/xml; charset=utf-8";
    private const string PlainIds = @"^[\w.:+-]{1,100}$";

    /// <summary>The adapter of the walk-through, which speaks to the panel that the kind "http" knows by a description.</summary>
    private const string Sample = "http/sample";

    /// <summary>All kinds and, after a slash, those of their options that make another protocol of one.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. ProviderCatalog.Kinds, "payamakpanel/rest", "rahyab/panel", .. Beside()];

    public static TheoryData<string> Kinds => Where(_ => true);

    /// <summary>Those that have a code for too many requests.</summary>
    public static TheoryData<string> Pacing => [.. Names.Where(kind => Of(kind).SaysTooFast)];

    /// <summary>Those whose address leads to the service itself.</summary>
    public static TheoryData<string> OfOneAddress => [.. Names.Where(kind => Of(kind).IsOneAddress)];

    /// <summary>Those that can be asked by our reference.</summary>
    public static TheoryData<string> Askable => Where(can => can.AskLimit > 0);

    /// <summary>Those whose incoming messages can be polled.</summary>
    public static TheoryData<string> Receiving => Where(can => can.ReceiveLimit > 0);

    public bool IsXml => Media == Xml;

    public static ProviderFacts Of(string kind) => kind switch
    {
        "ghasedak" or Sample => new ProviderFacts(Ids: PlainIds),
        "http" => new ProviderFacts(IsOneAddress: false, Ids: @"^\P{C}{1,100}$"),
        "atieh" => new ProviderFacts(Xml, BlockedAs: DeliveryStateKind.NotDelivered),
        "mehrafraz" => new ProviderFacts(Xml, SaysTooFast: false),
        "bsms" or "rahyab/panel" => new ProviderFacts(Xml, OneText: true),
        "parsgreen" => new ProviderFacts(Ids: PlainIds, BlockedAs: DeliveryStateKind.Rejected, PendingAs: DeliveryStateKind.Queued, OneText: true),
        "payamakpanel" => new ProviderFacts(Xml),
        "payamakpanel/rest" => new ProviderFacts(ACall: 1),
        "rahyab" => new ProviderFacts(Xml),
        "tooba" => new ProviderFacts(Xml, BlockedAs: DeliveryStateKind.NotDelivered),
        _ => new ProviderFacts(),
    };

    /// <summary>An account's options without which the tests could not reach all operations.</summary>
    public static (string Name, string Value)[] Options(string kind) => kind switch
    {
        "http" => [("definition", ProviderSimulators.Generic.GenericSimulator.Definition)],
        "payamakpanel/rest" => [("style", "rest")],
        "rahyab/panel" => [("system", "panel")],
        "asanak" => [("inbox", "https://inbox.example.test/services/CompositeSmsGateway")],
        _ => [],
    };

    public static ProviderCapabilities Capabilities(string kind) =>
        Create(kind, Some.Account("https://any.example.test/", options: Options(kind)), new ProviderSurroundings()).Capabilities;

    /// <summary>The kind of a name.</summary>
    public static string KindOf(string name) => name.Split('/')[0];

    /// <summary>Where its wire is simulated and recorded.</summary>
    public static string SimulatorOf(string name) => name == "rahyab/panel" ? "bsms" : KindOf(name);

    /// <summary>Makes a simulator speak as the name says.</summary>
    public static void Arrange(string name, ProviderSimulator simulator)
    {
        if (name == "rahyab/panel")
        {
            ((PanelSimulator)simulator).Codes = PanelCodes.Rahyab;
        }
    }

    public static ISmsProvider Create(string name, ProviderAccount account, ProviderSurroundings surroundings) =>
        CreateBeside(name, account, surroundings) ?? ProviderCatalog.Create(KindOf(name), account, surroundings);

    /// <summary>A full batch, at most 100, that needs as few calls as the protocol allows.</summary>
    public static OutgoingMessage[] Batch(string kind, string line = "30001234")
    {
        OutgoingMessage[] messages = Some.Messages(Math.Min(100, Capabilities(kind).SendLimit), line);
        return Of(kind).OneText ? [.. messages.Select(message => message with { Text = "سلام به همه" })] : messages;
    }

    private static string[] Beside()
    {
        List<string> names = [];
        AddBeside(names);
        return [.. names];
    }

    private static ISmsProvider? CreateBeside(string name, ProviderAccount account, ProviderSurroundings surroundings)
    {
        ISmsProvider? provider = null;
        MakeBeside(name, account, surroundings, ref provider);
        return provider;
    }

    // Adapters that are not in the shipped DLL; a project that tests that one has none.
    static partial void AddBeside(List<string> names);

    static partial void MakeBeside(string name, ProviderAccount account, ProviderSurroundings surroundings, ref ISmsProvider? provider);

    private static TheoryData<string> Where(Func<ProviderCapabilities, bool> fits) => [.. Names.Where(kind => fits(Capabilities(kind)))];
}
