using System.Collections.Generic;
using smSys.Messaging.Providers;
using smSys.Providers.Callbacks;
using smSys.Providers.Codes;

namespace smSys.Providers.Atieh;

/// <summary>Atieh Dadeh Pardaz' documented result codes and delivery words.</summary>
public static class AtiehCodes
{
    /// <summary>The <c>status</c> of a call that was accepted.</summary>
    public const string Success = "0";

    /// <summary>The <c>status</c> that speaks of the line that was named, not of the account.</summary>
    public const string LineRefused = "3";

    /// <summary>The <c>status</c> of every result. Others are known to exist and are not public.</summary>
    public static FaultTable Errors { get; } = new(
    [
        new FaultRow("1", ProviderFaultKind.SignIn, "the user name is not valid."),
        new FaultRow("2", ProviderFaultKind.SignIn, "the password is not valid."),
        new FaultRow(LineRefused, ProviderFaultKind.SignIn, "the sender line is not valid for this account."),
        new FaultRow("5", ProviderFaultKind.Credit, "there is not enough credit."),
        new FaultRow("7", ProviderFaultKind.Refused, "a parameter is not valid."),
        new FaultRow("10", ProviderFaultKind.SignIn, "the account is disabled."),
        new FaultRow("15", ProviderFaultKind.SlowDown, "too many requests."),
    ]);

    /// <summary>
    /// The words of the HTTP interface. The numbers that the SOAP service gives instead are not public: the option
    /// <c>states</c> names them, and until then they are unknown.
    /// </summary>
    public static StateTable States { get; } = new(new Dictionary<string, DeliveryStateKind>
    {
        ["PENDING"] = DeliveryStateKind.SentToOperator,
        ["DELIVERED"] = DeliveryStateKind.Delivered,
        ["UNDELIVERABLE"] = DeliveryStateKind.NotDelivered,
    });

    /// <summary>Pushes are not documented: the names are those of the answers to polling.</summary>
    public static CallbackProfile Callbacks { get; } = new(States)
    {
        ReceiptId = "id|messageId",
        ReceiptReference = "clientId",
        MessageSender = "from|srcaddress",
        MessageLine = "to|dstaddress",
        MessageText = "content|body",
        MessageTime = "time",
    };
}
