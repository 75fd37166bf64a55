using System.Collections.Generic;
using smSys.Messaging.Providers;
using smSys.Providers.Callbacks;
using smSys.Providers.Codes;

namespace smSys.Providers.ParsGreen;

/// <summary>Pars Green's codes. The REST service's own list is not public: see the page beside this file.</summary>
public static class ParsGreenCodes
{
    /// <summary>
    /// <c>R_Code</c>, or the HTTP status when there is none. −1 and −64 are documented for the SOAP services of the same account;
    /// 401 is what HTTP means by it.
    /// </summary>
    public static FaultTable Errors { get; } = new(new List<FaultRow>
    {
        new("-1", ProviderFaultKind.SignIn, "the signature or key is not valid"),
        new("-64", ProviderFaultKind.Unclear, "an error"),
        new("401", ProviderFaultKind.SignIn, "the key is not accepted"),
    });

    /// <summary>The numbers of the SOAP service's GetDelivery, which <c>DeliveryStatus</c> is taken to hold too.</summary>
    public static StateTable States { get; } = new(new Dictionary<string, DeliveryStateKind>
    {
        ["40"] = DeliveryStateKind.Queued,
        ["41"] = DeliveryStateKind.Delivered,
        ["42"] = DeliveryStateKind.NotDelivered,
        ["43"] = DeliveryStateKind.NotDelivered,
        ["44"] = DeliveryStateKind.Rejected,
        ["45"] = DeliveryStateKind.Rejected,
        ["46"] = DeliveryStateKind.Unknown,
        ["47"] = DeliveryStateKind.Unknown,
    });

    /// <summary>Pushes are not documented; the names are those of the answers to polling, and the usual ones.</summary>
    public static CallbackProfile Callbacks { get; } = new(States)
    {
        ReceiptId = "ReqID|RecId|id",
        ReceiptState = "DeliveryStatus|status",
        MessageId = "MsgIdEncrypt|id",
        MessageSender = "Sender|from",
        MessageLine = "Receiver|to",
        MessageText = "Body|text|message",
        MessageTime = "SendDate|date|time",
    };
}
