using System.Collections.Generic;
using smSys.Messaging.Providers;
using smSys.Providers.Callbacks;
using smSys.Providers.Codes;

namespace smSys.Providers.PayamakPanel;

/// <summary>The documented codes of payamak-panel (Melipayamak). Its answers hold numbers without words; clones change some.</summary>
public static class PayamakPanelCodes
{
    /// <summary>Our code of an element that the <c>status</c> array calls not sent without saying why.</summary>
    public const string NotSent = "status-1";

    /// <summary>What a send gives instead of an id; −1 to −7 belong to templates of shared lines.</summary>
    public static FaultTable Errors { get; } = new(new List<FaultRow>
    {
        new("0", ProviderFaultKind.SignIn, "user name or password is wrong"),
        new("2", ProviderFaultKind.Credit, "no credit"),
        new("3", ProviderFaultKind.SlowDown, "the daily limit is reached"),
        new("4", ProviderFaultKind.SlowDown, "the volume limit is reached"),
        new("5", ProviderFaultKind.SignIn, "the sender line is not valid"),
        new("6", ProviderFaultKind.OutOfService, "the panel is being updated"),
        new("7", ProviderFaultKind.Refused, "the text holds a filtered word"),
        new("8", ProviderFaultKind.Refused, "less than the least that may be sent"),
        new("9", ProviderFaultKind.SignIn, "public lines may not use the web service"),
        new("10", ProviderFaultKind.SignIn, "the user is not active"),
        new("11", ProviderFaultKind.Refused, "not sent"),
        new("12", ProviderFaultKind.SignIn, "the user's documents are incomplete"),
        new("14", ProviderFaultKind.Refused, "the text holds a link"),
        new("15", ProviderFaultKind.Refused, "more than one recipient needs «لغو11» in the text"),
        new("35", ProviderFaultKind.Blocked, "the recipient is on the block list"),
        new("-1", ProviderFaultKind.SignIn, "the web service of shared lines is not open to the user"),
        new("-2", ProviderFaultKind.Refused, "too many recipients for a template"),
        new("-3", ProviderFaultKind.SignIn, "the line is not defined"),
        new("-4", ProviderFaultKind.Refused, "the template's code is wrong or not approved"),
        new("-5", ProviderFaultKind.Refused, "the values do not fit the template"),
        new("-6", ProviderFaultKind.Unclear, "an internal error"),
        new("-7", ProviderFaultKind.SignIn, "something is wrong with the sender line"),
        new(NotSent, ProviderFaultKind.Refused, "the panel's status array says not sent"),
    });

    /// <summary>The numbers of GetDelivery, GetDeliveries and GetDeliveries2.</summary>
    public static StateTable States { get; } = new(new Dictionary<string, DeliveryStateKind>
    {
        ["0"] = DeliveryStateKind.SentToOperator,
        ["1"] = DeliveryStateKind.Delivered,
        ["2"] = DeliveryStateKind.NotDelivered,
        ["3"] = DeliveryStateKind.NotDelivered,
        ["5"] = DeliveryStateKind.Unknown,
        ["8"] = DeliveryStateKind.SentToOperator,
        ["16"] = DeliveryStateKind.Rejected,
        ["35"] = DeliveryStateKind.Blocked,
        ["100"] = DeliveryStateKind.Unknown,
        ["200"] = DeliveryStateKind.SentToOperator,
        ["300"] = DeliveryStateKind.Rejected,
        ["400"] = DeliveryStateKind.Queued,
        ["500"] = DeliveryStateKind.Rejected,
    });

    /// <summary>
    /// Pushes. Messages come to an address in which the panel fills in <c>$TO$</c>, <c>$TEXT$</c> and <c>$FROM$</c>, by the
    /// vendor's own example as <c>to, body, from</c>; receipts are not documented.
    /// </summary>
    public static CallbackProfile Callbacks { get; } = new(States)
    {
        ReceiptId = "recId|id",
        ReceiptState = "status|delivery",
        MessageId = "msgid|id",
        MessageText = "body|text|message",
        Reply = "OK",
    };
}
