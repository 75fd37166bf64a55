using smSys.Providers.Codes;

namespace smSys.Providers.Callbacks;

/// <summary>
/// How a provider names the parameters of its pushes. Each name may be several, separated by <c>|</c>, of which the first that
/// is there counts; case does not matter. The account's options change them: see <see cref="CallbackReader"/>.
/// </summary>
public sealed class CallbackProfile
{
    /// <summary>A profile with the names that most providers would choose.</summary>
    /// <param name="states">The values of pushed receipts; some providers use others than for polling.</param>
    public CallbackProfile(StateTable states) => States = states;

    /// <summary>What the values of <see cref="ReceiptState"/> mean.</summary>
    public StateTable States { get; }

    /// <summary>The provider's id of an outgoing message.</summary>
    public string ReceiptId { get; init; } = "messageId|msgid|id";

    /// <summary>Its delivery state.</summary>
    public string ReceiptState { get; init; } = "status";

    /// <summary>Our reference, where the receipt echoes it.</summary>
    public string ReceiptReference { get; init; } = "reference|clientId";

    /// <summary>When the state came about.</summary>
    public string ReceiptTime { get; init; } = "time|date";

    /// <summary>The provider's id of an incoming message.</summary>
    public string MessageId { get; init; } = "id|messageId";

    /// <summary>Who wrote it.</summary>
    public string MessageSender { get; init; } = "from";

    /// <summary>The line it arrived on.</summary>
    public string MessageLine { get; init; } = "to";

    /// <summary>What it says.</summary>
    public string MessageText { get; init; } = "text|message";

    /// <summary>When it arrived.</summary>
    public string MessageTime { get; init; } = "time|date";

    /// <summary>What the provider wants to hear when it has pushed.</summary>
    public string Reply { get; init; } = string.Empty;
}
