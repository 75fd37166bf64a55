using System.Collections.Generic;
using smSys.Messaging.Providers;
using smSys.Providers.Callbacks;
using smSys.Providers.Codes;

namespace smSys.Providers.Tooba;

/// <summary>The documented codes of Tooba (TSMS).</summary>
public static class ToobaCodes
{
    /// <summary>In answers about incoming messages: there is none.</summary>
    public const string NoIncoming = "-43";

    /// <summary>Up to here a positive number is an error or a state of the HTTP interface, never an id.</summary>
    public const long LastCode = 20;

    /// <summary>In answers of WsdlCheckSend: nothing was sent, no such code, no such id.</summary>
    public const string Absent = "-24;-39;-41";

    /// <summary>Errors stand where an id, a state or a value would stand.</summary>
    public static FaultTable Errors { get; } = new(
    [
        new FaultRow("-1", ProviderFaultKind.Unclear, "an unknown error; the provider says to try again."),
        new FaultRow("-3", ProviderFaultKind.Unclear, "an unknown error; the provider says to try again."),
        new FaultRow("-5", ProviderFaultKind.Refused, "there is no text."),
        new FaultRow("-6", ProviderFaultKind.Refused, "the recipient is wrong."),
        new FaultRow("-8", ProviderFaultKind.SignIn, "the user name, the password or the sender line is wrong."),
        new FaultRow("-10", ProviderFaultKind.SignIn, "the account may not use the web service."),
        new FaultRow("-11", ProviderFaultKind.SignIn, "there is no such sender line."),
        new FaultRow("-12", ProviderFaultKind.SlowDown, "too many requests."),
        new FaultRow("-13", ProviderFaultKind.Refused, "the input is not valid."),
        new FaultRow("-14", ProviderFaultKind.Credit, "there is not enough credit."),
        new FaultRow("-15", ProviderFaultKind.Refused, "the input is not valid."),
        new FaultRow("-16", ProviderFaultKind.Refused, "the arrays differ in length."),
        new FaultRow("-17", ProviderFaultKind.Refused, "there are too many messages in the call."),
        new FaultRow("-24", ProviderFaultKind.OutOfService, "nothing was sent."),
        new FaultRow("-30", ProviderFaultKind.Unclear, Voice),
        new FaultRow("-31", ProviderFaultKind.Unclear, Voice),
        new FaultRow("-32", ProviderFaultKind.Unclear, Voice),
        new FaultRow("-33", ProviderFaultKind.Unclear, Voice),
        new FaultRow("-34", ProviderFaultKind.Unclear, Voice),
        new FaultRow("-35", ProviderFaultKind.Unclear, Voice),
        new FaultRow("-36", ProviderFaultKind.Unclear, Voice),
        new FaultRow("-37", ProviderFaultKind.Refused, "the group of recipients is too large."),
        new FaultRow("-38", ProviderFaultKind.Refused, "more than 100 ids were asked about."),
        new FaultRow("-39", ProviderFaultKind.Unclear, "there is no such code."),
        new FaultRow("-40", ProviderFaultKind.Unclear, "it is in the queue and not sent yet."),
        new FaultRow("-41", ProviderFaultKind.Unclear, "there is no such id."),
        new FaultRow("-42", ProviderFaultKind.Refused, "there is no recipient."),
        new FaultRow(NoIncoming, ProviderFaultKind.Unclear, "there is no incoming message."),
        new FaultRow("-44", ProviderFaultKind.Unclear, Voice),
        new FaultRow("-45", ProviderFaultKind.Unclear, Voice),
        new FaultRow("-46", ProviderFaultKind.Unclear, Voice),
        new FaultRow("-47", ProviderFaultKind.Unclear, Voice),
        new FaultRow("-48", ProviderFaultKind.Refused, "the date is wrong."),
        new FaultRow("-49", ProviderFaultKind.Refused, "the time is wrong."),
    ]);

    /// <summary>The numbers of GetDeliverySms, taken to be those of the HTTP interface.</summary>
    public static StateTable States { get; } = new(new Dictionary<string, DeliveryStateKind>
    {
        ["1"] = DeliveryStateKind.Delivered,
        ["2"] = DeliveryStateKind.NotDelivered,
        ["5"] = DeliveryStateKind.SentToOperator,
        ["9"] = DeliveryStateKind.SentToOperator,
        ["-39"] = DeliveryStateKind.Unknown,
        ["-40"] = DeliveryStateKind.Queued,
        ["-41"] = DeliveryStateKind.Unknown,
    });

    /// <summary>Messages are pushed by a template of ours, <c>?from=$FROM&amp;to=$TO&amp;text=$TEXT&amp;udh=$UDH</c>; receipts are not documented.</summary>
    public static CallbackProfile Callbacks { get; } = new(States)
    {
        ReceiptId = "id",
        ReceiptReference = "messageid",
        MessageId = "id|unicid",
    };

    private const string Voice = "an error of voice messages.";
}
