using System.Collections.Generic;
using smSys.Messaging.Providers;
using smSys.Providers.Callbacks;
using smSys.Providers.Codes;

namespace smSys.Providers.Ghasedak;

/// <summary>Ghasedak's documented codes. Its own error list is not public: see the page beside this file.</summary>
public static class GhasedakCodes
{
    /// <summary>The <c>statusCode</c> of an envelope with <c>isSuccess</c> false. 400 and 401 are documented; the rest is what HTTP itself means by them.</summary>
    public static FaultTable Errors { get; } = new(new Dictionary<string, ProviderFaultKind>
    {
        ["400"] = ProviderFaultKind.Refused,
        ["401"] = ProviderFaultKind.SignIn,
        ["402"] = ProviderFaultKind.Credit,
        ["403"] = ProviderFaultKind.SignIn,
        ["429"] = ProviderFaultKind.SlowDown,
    });

    /// <summary>The <c>status</c> of CheckSmsStatus; above 8 the vendor's own sources contradict each other, so it is unknown.</summary>
    public static StateTable States { get; } = new(new Dictionary<string, DeliveryStateKind>
    {
        ["0"] = DeliveryStateKind.Queued,
        ["1"] = DeliveryStateKind.Rejected,
        ["2"] = DeliveryStateKind.Blocked,
        ["3"] = DeliveryStateKind.SentToOperator,
        ["4"] = DeliveryStateKind.NotDelivered,
        ["5"] = DeliveryStateKind.Delivered,
        ["6"] = DeliveryStateKind.Rejected,
        ["7"] = DeliveryStateKind.Unknown,
        ["8"] = DeliveryStateKind.Unknown,
    });

    /// <summary>Pushes. Their payload is not documented: the names are those of the answers to polling.</summary>
    public static CallbackProfile Callbacks { get; } = new(States)
    {
        ReceiptId = "messageId",
        ReceiptReference = "clientReferenceId",
        MessageSender = "sender",
        MessageLine = "lineNumber|receptor",
        MessageTime = "receiveDate",
    };
}
