using ProviderSimulators.Messages;

namespace ProviderSimulators.Pushes;

/// <summary>
/// The names of what a provider pushes. Documented are Rahyab's receipts and messages (as a reseller takes them), and the
/// messages of Asanak, Tooba and payamak-panel; everything else is our choice: the names of the provider's answers.
/// </summary>
/// <param name="Id">Of a receipt: the provider's id.</param>
/// <param name="State">Its state.</param>
/// <param name="Reference">Ours, where the provider keeps one a message; empty: none.</param>
/// <param name="States">How queued, with the operator, delivered, not delivered and blocked are written, in this order.</param>
/// <param name="Sender">Of an incoming message: who wrote it.</param>
/// <param name="Line">Where it arrived.</param>
/// <param name="Text">What it says.</param>
public sealed record PushForm(string Id, string State, string Reference, string[] States, string Sender, string Line, string Text)
{
    private static readonly PushForm Panel = new("recId", "status", string.Empty, ["400", "8", "1", "2", "35"], "from", "to", "body");

    /// <summary>By the name of a simulator.</summary>
    /// <exception cref="ArgumentException">There is none of that name.</exception>
    public static PushForm Of(string simulator) => simulator switch
    {
        "asanak" => new("MsgID", "Status", string.Empty, ["1", "2", "6", "5", "8"], "srcAddress", "destAddress", "msgBody"),
        "atieh" => new("id", "status", "clientId", ["PENDING", "PENDING", "DELIVERED", "UNDELIVERABLE", "UNDELIVERABLE"], "from", "to", "content"),
        "bsms" or "payamakpanel" => Panel,
        "ghasedak" => new("messageId", "status", "clientReferenceId", ["0", "3", "5", "4", "2"], "sender", "lineNumber", "message"),
        "http" => new("id", "state", "clientId", ["queued", "sent", "delivered", "undelivered", "blocked"], "from", "to", "text"),
        "kavenegar" => new("messageid", "status", "localid", ["1", "5", "10", "11", "14"], "from", "to", "message"),
        "mehrafraz" => new("messageid", "status", "cGetid", ["0", "1", "2", "3", "4"], "from", "to", "text"),
        "parsgreen" => new("ReqID", "DeliveryStatus", string.Empty, ["40", "40", "41", "42", "44"], "Sender", "Receiver", "Body"),
        "rahyab" => new("ReturnId", "Status", "CheckId", ["0", "0", "2", "5", "9"], "From", "To", "Text"),
        "tooba" => new("id", "status", string.Empty, ["-40", "5", "1", "2", "2"], "from", "to", "text"),
        _ => throw new ArgumentException("There is no simulator \"" + simulator + "\".", nameof(simulator)),
    };

    /// <summary>A receipt as a query.</summary>
    public string Receipt(SimulatedMessage message, MessageState state) =>
        Pair(Id, message.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)) + "&" + Pair(State, States[(int)state])
        + (Reference.Length > 0 && message.Reference is not null ? "&" + Pair(Reference, message.Reference) : string.Empty);

    /// <summary>An incoming message as a query.</summary>
    public string Message(InboundMessage message) => Pair(Sender, "98" + message.Sender) + "&" + Pair(Line, message.Line) + "&" + Pair(Text, message.Text);

    private static string Pair(string name, string value) => name + "=" + Uri.EscapeDataString(value);
}
