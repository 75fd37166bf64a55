namespace smSys.Messaging.Providers;

/// <summary>Failures, sorted by what has to be done next.</summary>
public enum ProviderFaultKind
{
    /// <summary>This message was refused; others may go. Final for the message.</summary>
    Refused,

    /// <summary>The operator's or the provider's block list holds the recipient. Final for the message.</summary>
    Blocked,

    /// <summary>Too fast, a daily limit, or outside permitted hours: later, and not counted as an attempt.</summary>
    SlowDown,

    /// <summary>Credentials, account, line or network address are not accepted: the setting has to be paused.</summary>
    SignIn,

    /// <summary>The account has no credit left: the setting has to be paused until a top-up.</summary>
    Credit,

    /// <summary>No byte of the request went out (name not found, connection refused, no route): safe to try again or elsewhere.</summary>
    Unreachable,

    /// <summary>The provider says that it is out of service and has accepted nothing: a retry that counts as an attempt.</summary>
    OutOfService,

    /// <summary>Anything else: nobody can say whether something was accepted.</summary>
    Unclear,

    /// <summary>The provider has no such operation.</summary>
    NotSupported,
}

/// <summary>What went wrong, in terms of what to do, with the provider's own code and words.</summary>
/// <param name="Kind">What to do next.</param>
/// <param name="Code">The provider's code as text, or our own stable word (<c>timeout</c>, <c>html</c>, <c>cut</c> …).</param>
/// <param name="Words">The provider's words or ours; free of secrets, at most 500 characters.</param>
public sealed record ProviderFault(ProviderFaultKind Kind, string Code, string Words)
{
    /// <summary>
    /// The provider judged the call as a whole and accepted none of it: with several messages in it, smaller calls may succeed,
    /// so a <see cref="ProviderFaultKind.Refused"/> or <see cref="ProviderFaultKind.Blocked"/> call is split, not given up.
    /// </summary>
    public bool WholeCall { get; init; }
}
