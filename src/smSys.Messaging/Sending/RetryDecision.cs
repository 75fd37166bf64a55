using System;
using smSys.Messaging.Messages;

namespace smSys.Messaging.Sending;

/// <summary>Why a setting has to be paused.</summary>
public enum SettingPause
{
    /// <summary>It has not.</summary>
    None,

    /// <summary>Credentials, account, line or network address are not accepted; goes on when somebody mends it.</summary>
    SignIn,

    /// <summary>No credit; goes on by itself after a top-up.</summary>
    Credit,
}

/// <summary>What becomes of an attempt that was not accepted.</summary>
/// <param name="State">The message's next state.</param>
/// <param name="NextOn">When it is looked at again (the next attempt, or the question by reference); null when never.</param>
/// <param name="CountsAsAttempt">The attempt uses up one of the setting's maximum.</param>
/// <param name="Pause">Whether the setting has to be paused.</param>
/// <param name="MayFailOver">It is certain that nothing was sent and another account may take the message.</param>
/// <param name="AskFirst">Nobody knows: the provider has to be asked by reference on <paramref name="NextOn"/>; never sent again blindly.</param>
public sealed record RetryDecision(
    MessageState State,
    DateTime? NextOn,
    bool CountsAsAttempt,
    SettingPause Pause = SettingPause.None,
    bool MayFailOver = false,
    bool AskFirst = false);
