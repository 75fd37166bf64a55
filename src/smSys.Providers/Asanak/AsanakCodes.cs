using System.Collections.Generic;
using smSys.Messaging.Providers;
using smSys.Providers.Callbacks;
using smSys.Providers.Codes;

namespace smSys.Providers.Asanak;

/// <summary>Asanak's documented codes.</summary>
public static class AsanakCodes
{
    /// <summary>The <c>meta.status</c> of a call that was accepted.</summary>
    public const string Success = "200";

    /// <summary>
    /// The <c>meta.status</c> of refusals. 1008 and 1009 mean something else when they come with HTTP 401, so a code may be
    /// followed by a slash and the HTTP status.
    /// </summary>
    public static FaultTable Errors { get; } = new(
    [
        new FaultRow("429", ProviderFaultKind.SlowDown, "too many requests."),
        new FaultRow("1001", ProviderFaultKind.Refused, "the template is not valid."),
        new FaultRow("1002", ProviderFaultKind.SignIn, "the sender line is not active or not yours."),
        new FaultRow("1003", ProviderFaultKind.Refused, "the message id is not valid."),
        new FaultRow("1004", ProviderFaultKind.Unclear, "an error inside the provider's server."),
        new FaultRow("1005", ProviderFaultKind.Credit, "the reseller's panel has no credit."),
        new FaultRow("1006", ProviderFaultKind.Credit, "there is not enough credit."),
        new FaultRow("1008", ProviderFaultKind.Refused, "a parameter is not valid."),
        new FaultRow("1008/401", ProviderFaultKind.SignIn, "user name or password are wrong."),
        new FaultRow("1009", ProviderFaultKind.SlowDown, "the daily limit of the web service is reached."),
        new FaultRow("1009/401", ProviderFaultKind.SignIn, "user name or password are wrong."),
        new FaultRow("1010", ProviderFaultKind.Refused, "the list of recipients is not valid."),
        new FaultRow("1012", ProviderFaultKind.Refused, "the text is not valid."),
        new FaultRow("1013", ProviderFaultKind.SlowDown, "outside the hours that are permitted to advertising lines."),
        new FaultRow("1014", ProviderFaultKind.Refused, "the sender line may not send links."),
        new FaultRow("1015", ProviderFaultKind.SignIn, "the password of the web service has expired."),
    ]);

    /// <summary>The <c>Status</c> of msgstatus. 20 is in no document, but was seen for messages that were held back.</summary>
    public static StateTable States { get; } = new(new Dictionary<string, DeliveryStateKind>
    {
        ["-1"] = DeliveryStateKind.Unknown,
        ["1"] = DeliveryStateKind.Queued,
        ["2"] = DeliveryStateKind.SentToOperator,
        ["4"] = DeliveryStateKind.SentToOperator,
        ["5"] = DeliveryStateKind.NotDelivered,
        ["6"] = DeliveryStateKind.Delivered,
        ["7"] = DeliveryStateKind.NotDelivered,
        ["8"] = DeliveryStateKind.Blocked,
        ["9"] = DeliveryStateKind.SentToOperator,
        ["10"] = DeliveryStateKind.SentToOperator,
        ["11"] = DeliveryStateKind.Unknown,
        ["12"] = DeliveryStateKind.SentToOperator,
        ["13"] = DeliveryStateKind.SentToOperator,
        ["20"] = DeliveryStateKind.Queued,
    });

    /// <summary>
    /// Messages as a gateway on Asanak's lines takes them: <c>destAddress, srcAddress, msgBody</c>. Receipts are not documented:
    /// their names are those of msgstatus.
    /// </summary>
    public static CallbackProfile Callbacks { get; } = new(States)
    {
        ReceiptId = "MsgID",
        ReceiptTime = "DeliverTime",
        MessageId = "id|MsgID",
        MessageSender = "srcAddress|source",
        MessageLine = "destAddress|destination",
        MessageText = "msgBody|message",
        MessageTime = "time|receivedTime",
    };
}
