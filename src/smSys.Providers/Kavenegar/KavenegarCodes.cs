using System.Collections.Generic;
using smSys.Messaging.Providers;
using smSys.Providers.Callbacks;
using smSys.Providers.Codes;

namespace smSys.Providers.Kavenegar;

/// <summary>Kavenegar's documented codes.</summary>
public static class KavenegarCodes
{
    /// <summary>The <c>status</c> of the envelope's <c>return</c>, which is the HTTP status too. 412 also means too many recipients.</summary>
    public static FaultTable Errors { get; } = new(new Dictionary<string, ProviderFaultKind>
    {
        ["400"] = ProviderFaultKind.Refused,
        ["401"] = ProviderFaultKind.SignIn,
        ["403"] = ProviderFaultKind.SignIn,
        ["405"] = ProviderFaultKind.Refused,
        ["407"] = ProviderFaultKind.SignIn,
        ["409"] = ProviderFaultKind.OutOfService,
        ["411"] = ProviderFaultKind.Refused,
        ["412"] = ProviderFaultKind.SignIn,
        ["413"] = ProviderFaultKind.Refused,
        ["414"] = ProviderFaultKind.Refused,
        ["417"] = ProviderFaultKind.Refused,
        ["418"] = ProviderFaultKind.Credit,
        ["419"] = ProviderFaultKind.Refused,
        ["607"] = ProviderFaultKind.Refused,
    });

    /// <summary>The <c>status</c> of a message; 100 is an id that is unknown or too old, 50 an incoming message.</summary>
    public static StateTable States { get; } = new(new Dictionary<string, DeliveryStateKind>
    {
        ["1"] = DeliveryStateKind.Queued,
        ["2"] = DeliveryStateKind.Queued,
        ["4"] = DeliveryStateKind.SentToOperator,
        ["5"] = DeliveryStateKind.SentToOperator,
        ["6"] = DeliveryStateKind.Rejected,
        ["10"] = DeliveryStateKind.Delivered,
        ["11"] = DeliveryStateKind.NotDelivered,
        ["13"] = DeliveryStateKind.Rejected,
        ["14"] = DeliveryStateKind.Blocked,
        ["50"] = DeliveryStateKind.Unknown,
        [NoSuchMessage] = DeliveryStateKind.Unknown,
    });

    /// <summary>Pushes: receipts <c>messageid, status</c>; messages <c>messageid, from, to, message</c>. Inferred: the page says from what.</summary>
    public static CallbackProfile Callbacks { get; } = new(States)
    {
        ReceiptId = "messageid",
        ReceiptReference = "localid",
        MessageId = "messageid",
        MessageSender = "from|sender",
        MessageLine = "to|receptor",
        MessageText = "message",
    };

    internal const string NoSuchMessage = "100";
}
