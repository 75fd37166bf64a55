using System;

namespace smSys.Messaging.Bulk;

/// <summary>What an expected duration is based on.</summary>
public enum RateBasis
{
    /// <summary>Nothing was measured at the account yet.</summary>
    RuleOfThumb,

    /// <summary>What a message of the account's last bulks took.</summary>
    Measured,

    /// <summary>The time that has to lie between two calls.</summary>
    Pace,
}

/// <summary>An expected duration, and what it is based on.</summary>
public readonly record struct SendingTime(int Seconds, RateBasis Basis);

/// <summary>How fast an account sends a bulk: what a message takes, what a call takes, and what its pace lets out.</summary>
/// <param name="Pace">Least time between two calls of the account; zero: none.</param>
/// <param name="CallSize">Messages in a call.</param>
/// <param name="AtOnce">Partitions that send at the same time.</param>
/// <param name="PerMessage">What a message's row took in the last bulks; null: not measured.</param>
/// <param name="PerCall">What a call took lately; null: not measured.</param>
public sealed record SendingRate(TimeSpan Pace, int CallSize, int AtOnce, TimeSpan? PerMessage, TimeSpan? PerCall)
{
    /// <summary>A message where nothing was measured: fifteen a second with everything that belongs to them.</summary>
    public static readonly TimeSpan UsualMessage = TimeSpan.FromMilliseconds(60);

    /// <summary>A call where nothing was measured.</summary>
    public static readonly TimeSpan UsualCall = TimeSpan.FromMilliseconds(600);

    /// <summary>How long so many messages take, and by what; without quiet hours, pauses and other bulks of the account.</summary>
    public SendingTime For(int messages)
    {
        var calls = ((long)messages + Math.Max(1, CallSize) - 1) / Math.Max(1, CallSize);
        var byPace = Pace.TotalSeconds * calls;
        var work = ((PerMessage ?? UsualMessage).TotalSeconds * messages) + ((PerCall ?? UsualCall).TotalSeconds * calls);
        var byWork = work / Math.Max(1, Math.Min(AtOnce, Math.Max(1, calls)));
        var basis = byPace > byWork ? RateBasis.Pace : PerMessage is null ? RateBasis.RuleOfThumb : RateBasis.Measured;
        return new SendingTime((int)Math.Min(int.MaxValue, Math.Ceiling(Math.Max(byPace, byWork))), basis);
    }
}
