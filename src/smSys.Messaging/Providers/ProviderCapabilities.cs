using System;

namespace smSys.Messaging.Providers;

/// <summary>What an account can do. A limit of 0 means that the operation does not exist.</summary>
public sealed record ProviderCapabilities
{
    /// <summary>Messages in one <see cref="ISmsProvider.Send"/>, at least 1.</summary>
    public int SendLimit { get; init; } = 1;

    /// <summary>References in one <see cref="ISmsProvider.Ask"/>; 0: the provider cannot be asked by our reference.</summary>
    public int AskLimit { get; init; }

    /// <summary>
    /// The provider keeps one reference a call, that of the call's first message: <see cref="ISmsProvider.Ask"/> can find a
    /// message but never proves its absence; <see cref="ISmsProvider.AskCall"/> does.
    /// </summary>
    public bool OneReferenceACall { get; init; }

    /// <summary>Ids in one <see cref="ISmsProvider.GetStates"/>; 0: no delivery states by polling.</summary>
    public int StateLimit { get; init; }

    /// <summary>Messages in one page of <see cref="ISmsProvider.Receive"/>; 0: incoming messages cannot be polled.</summary>
    public int ReceiveLimit { get; init; }

    /// <summary>Reading marks as read at the provider, so a window has to be read again (<c>SAFETY.md</c>, receiving).</summary>
    public bool ReceiveMarksAsRead { get; init; }

    /// <summary>The balance can be asked for.</summary>
    public bool HasBalance { get; init; }

    /// <summary>The sender lines can be asked for.</summary>
    public bool HasLines { get; init; }

    /// <summary>The provider itself refuses a second message with the same reference.</summary>
    public bool RefusesRepeatedReference { get; init; }

    /// <summary>Least time between two sends on the account.</summary>
    public TimeSpan SendPace { get; init; }

    /// <summary>Least time between two questions for delivery states.</summary>
    public TimeSpan StatePace { get; init; }

    /// <summary>Least time between two reads of incoming messages.</summary>
    public TimeSpan ReceivePace { get; init; }

    /// <summary>How long after the hand-over the provider still knows a message's state; zero: no limit is documented.</summary>
    public TimeSpan StateWindow { get; init; }

    /// <summary>
    /// How long after the hand-over a message can be asked for by our reference; an absence after that says nothing. Zero: no
    /// limit is documented.
    /// </summary>
    public TimeSpan AskWindow { get; init; }
}
