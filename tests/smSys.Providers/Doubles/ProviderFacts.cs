using smSys.Messaging.Providers;

namespace smSys.Providers.Tests.Doubles;

/// <summary>What the tests over all providers have to know of one. A new adapter adds its row here when it differs.</summary>
/// <param name="Media">Content type of its answers.</param>
/// <param name="BlockedAs">How its delivery states show a block list that was found out after the hand-over.</param>
/// <param name="PendingAs">How they show a message that is with the operator.</param>
internal sealed record ProviderFacts(
    string Media = "application/json",
    DeliveryStateKind BlockedAs = DeliveryStateKind.Blocked,
    DeliveryStateKind PendingAs = DeliveryStateKind.SentToOperator)
{
    private const string Xml = "text/xml; charset=utf-8";

    public static TheoryData<string> Kinds => Where(_ => true);

    /// <summary>Those that can be asked by our reference.</summary>
    public static TheoryData<string> Askable => Where(can => can.AskLimit > 0);

    /// <summary>Those whose incoming messages can be polled.</summary>
    public static TheoryData<string> Receiving => Where(can => can.ReceiveLimit > 0);

    public bool IsXml => Media == Xml;

    public static ProviderFacts Of(string kind) => kind switch
    {
        "atieh" => new ProviderFacts(Xml, BlockedAs: DeliveryStateKind.NotDelivered),
        "rahyab" => new ProviderFacts(Xml),
        _ => new ProviderFacts(),
    };

    /// <summary>An account's options without which the tests could not reach all operations.</summary>
    public static (string Name, string Value)[] Options(string kind) => kind switch
    {
        "asanak" => [("inbox", "https://inbox.example.test/services/CompositeSmsGateway")],
        _ => [],
    };

    public static ProviderCapabilities Capabilities(string kind) =>
        ProviderCatalog.Create(kind, Some.Account("https://" + kind + ".example.test/", options: Options(kind))).Capabilities;

    private static TheoryData<string> Where(Func<ProviderCapabilities, bool> fits) => [.. ProviderCatalog.Kinds.Where(kind => fits(Capabilities(kind)))];
}
