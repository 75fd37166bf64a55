using System;
using System.Collections.Generic;
using smSys.Messaging.Providers;
using smSys.Providers.Callbacks;
using smSys.Providers.Codes;

namespace smSys.Providers.Rahyab;

/// <summary>Rahyab Payam Gostar's documented error texts and delivery numbers.</summary>
public static class RahyabCodes
{
    /// <summary>Every error begins so.</summary>
    public const string ErrorMark = "Error!";

    private const string Debug = "Error! Debug ID";

    /// <summary>Error texts as the service writes them, with the full stop; −1 is the id of an item that was refused.</summary>
    public static FaultTable Errors { get; } = new(new Dictionary<string, ProviderFaultKind>
    {
        ["Error! Authentication Failed."] = ProviderFaultKind.SignIn,
        ["Error! Account is not active."] = ProviderFaultKind.SignIn,
        ["Error! Account date is expired."] = ProviderFaultKind.SignIn,
        ["Error! Credit is not enough."] = ProviderFaultKind.Credit,
        [Debug] = ProviderFaultKind.Unclear,
        ["Error! Server temporarily out of service, please try later."] = ProviderFaultKind.OutOfService,
        ["Error! ShortCode is invalid."] = ProviderFaultKind.SignIn,
        ["Error! IP is invalid."] = ProviderFaultKind.SignIn,
        ["Error!."] = ProviderFaultKind.Unclear,
        ["Error! Invalid XML file format."] = ProviderFaultKind.Refused,
        ["Error! Valid XML not found."] = ProviderFaultKind.Refused,
        ["Error! Your message filtered because it has invalid content."] = ProviderFaultKind.Refused,
        ["Error! Valid cellphone not found or maybe blocked."] = ProviderFaultKind.Blocked,
        ["Error! Valid cellphone not found."] = ProviderFaultKind.Refused,
        ["Error! Invalid arguments length."] = ProviderFaultKind.Refused,
        ["-1"] = ProviderFaultKind.Blocked,
    });

    /// <summary>The numbers of doGetDelivery.</summary>
    public static StateTable States { get; } = new(new Dictionary<string, DeliveryStateKind>
    {
        ["0"] = DeliveryStateKind.SentToOperator,
        ["2"] = DeliveryStateKind.Delivered,
        ["5"] = DeliveryStateKind.NotDelivered,
        ["9"] = DeliveryStateKind.Blocked,
        ["-1"] = DeliveryStateKind.Unknown,
    });

    /// <summary>
    /// Pushes as a reseller of this company takes them: receipts <c>ReturnId, CheckId, Mobile, Status</c> with −1 for expired,
    /// messages <c>From, To, Text, UDH</c>.
    /// </summary>
    public static CallbackProfile Callbacks { get; } = new(new StateTable(new Dictionary<string, DeliveryStateKind>
    {
        ["0"] = DeliveryStateKind.SentToOperator,
        ["2"] = DeliveryStateKind.Delivered,
        ["5"] = DeliveryStateKind.NotDelivered,
        ["9"] = DeliveryStateKind.Blocked,
        ["-1"] = DeliveryStateKind.Expired,
    }))
    {
        ReceiptId = "ReturnId",
        ReceiptReference = "CheckId",
    };

    /// <summary>The table's key of an error text: without the wrapping <c>message</c> tag, the trailing ids and a debug number.</summary>
    public static string Key(string text)
    {
        text = text.Replace("<message>", string.Empty).Replace("</message>", string.Empty);
        int ids = text.IndexOf("<ReturnIDs>", StringComparison.OrdinalIgnoreCase);
        text = (ids >= 0 ? text.Substring(0, ids) : text).Trim();
        return text.StartsWith(Debug, StringComparison.OrdinalIgnoreCase) ? Debug : text;
    }
}
