using System;
using System.Collections.Generic;
using smSys.Messaging.Providers;
using smSys.Providers.Callbacks;
using smSys.Providers.Codes;

namespace smSys.Providers.MehrAfraz;

/// <summary>Mehr Afraz' documented codes.</summary>
public static class MehrAfrazCodes
{
    /// <summary>Ids begin here; between it and zero nothing is documented.</summary>
    public const long FirstId = 1_000;

    /// <summary>Errors stand where an id, a state or a value would stand.</summary>
    public static FaultTable Errors { get; } = new(
    [
        new FaultRow("-1", ProviderFaultKind.Refused, "the values that were sent are wrong."),
        new FaultRow("-2", ProviderFaultKind.SignIn, "the user name or the domain is wrong."),
        new FaultRow("-3", ProviderFaultKind.SignIn, "the password is wrong."),
        new FaultRow("-4", ProviderFaultKind.Credit, "there is not enough credit."),
        new FaultRow("-5", ProviderFaultKind.SignIn, "the account is blocked."),
        new FaultRow("-6", ProviderFaultKind.Refused, "the recipient is empty."),
        new FaultRow("-9", ProviderFaultKind.Refused, "the recipient is not a number."),
        new FaultRow("-21", ProviderFaultKind.SignIn, "the sender line is empty."),
        new FaultRow("-44", ProviderFaultKind.SignIn, "the password is wrong; two tries are left before the account is suspended."),
        new FaultRow("-45", ProviderFaultKind.SignIn, "the password is wrong; one try is left before the account is suspended."),
        new FaultRow("-46", ProviderFaultKind.SignIn, "the account is suspended for three minutes, because the password was wrong several times."),
        new FaultRow("-54", ProviderFaultKind.Refused, "the text is too long."),
    ]);

    /// <summary>The numbers of GetMessageDelivery1to1.</summary>
    public static StateTable States { get; } = new(new Dictionary<string, DeliveryStateKind>
    {
        ["0"] = DeliveryStateKind.Queued,
        ["1"] = DeliveryStateKind.SentToOperator,
        ["2"] = DeliveryStateKind.Delivered,
        ["3"] = DeliveryStateKind.NotDelivered,
        ["4"] = DeliveryStateKind.Blocked,
        ["5"] = DeliveryStateKind.Queued,
        ["6"] = DeliveryStateKind.Rejected,
        ["7"] = DeliveryStateKind.NotDelivered,
        ["8"] = DeliveryStateKind.SentToOperator,
        ["12"] = DeliveryStateKind.Rejected,
        ["16"] = DeliveryStateKind.NotDelivered,
    });

    /// <summary>Pushes are not documented: the names are those of the service's own parameters.</summary>
    public static CallbackProfile Callbacks { get; } = new(States)
    {
        ReceiptId = "messageid|sid|id",
        ReceiptReference = "getid|cGetid",
        MessageId = "messageid|id",
        MessageSender = "from|mobileno",
        MessageLine = "to|fromnumber",
        MessageText = "text|body",
        MessageTime = "date|receivedate",
    };

    private static readonly string[] WrongSignIn = ["-2", "-3", "-44", "-45", "-46"];

    /// <summary>After this code a further call with the same credentials brings the account nearer to its suspension.</summary>
    public static bool EndsTrying(string code) => Array.IndexOf(WrongSignIn, code) >= 0;
}
