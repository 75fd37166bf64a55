using smSys.Messaging.Providers;
using smSys.Providers.Callbacks;
using smSys.Providers.Codes;

namespace smSys.Providers.Tests.Sample;

/// <summary>Step 1 of the walk-through: what the provider's documents list, and nothing else.</summary>
public static class SampleCodes
{
    /// <summary>The <c>error.code</c> of an answer, for the call or for one message of it.</summary>
    public static FaultTable Errors { get; } = new(new Dictionary<string, ProviderFaultKind>
    {
        ["unauthorized"] = ProviderFaultKind.SignIn,
        ["inactive"] = ProviderFaultKind.SignIn,
        ["bad_line"] = ProviderFaultKind.SignIn,
        ["no_credit"] = ProviderFaultKind.Credit,
        ["bad_request"] = ProviderFaultKind.Refused,
        ["bad_recipient"] = ProviderFaultKind.Refused,
        ["blocked"] = ProviderFaultKind.Blocked,
        ["too_fast"] = ProviderFaultKind.SlowDown,
    });

    /// <summary>The <c>state</c> of a message.</summary>
    public static StateTable States { get; } = new(new Dictionary<string, DeliveryStateKind>
    {
        ["queued"] = DeliveryStateKind.Queued,
        ["sent"] = DeliveryStateKind.SentToOperator,
        ["delivered"] = DeliveryStateKind.Delivered,
        ["undelivered"] = DeliveryStateKind.NotDelivered,
        ["blocked"] = DeliveryStateKind.Blocked,
    });

    /// <summary>What it pushes.</summary>
    public static CallbackProfile Callbacks { get; } = new(States)
    {
        ReceiptId = "id",
        ReceiptState = "state",
        ReceiptTime = "stateAt",
        MessageTime = "receivedAt",
    };
}
