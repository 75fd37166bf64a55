using System;

namespace smSys.Messaging.Sending;

/// <summary>How often and how soon a setting tries again.</summary>
public sealed record RetryPolicy
{
    /// <summary>Attempts that count, the first one included; at least 1.</summary>
    public int MaximumAttempts { get; init; } = 5;

    /// <summary>Before the second attempt.</summary>
    public TimeSpan FirstInterval { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Each further interval is so many times the one before; at least 1.</summary>
    public double Growth { get; init; } = 2;

    /// <summary>No interval is longer.</summary>
    public TimeSpan LongestInterval { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Part of the interval that chance may add or take, from 0 to 1.</summary>
    public double Jitter { get; init; } = 0.2;

    /// <summary>After "too fast"; not counted as an attempt.</summary>
    public TimeSpan SlowDownInterval { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Send again although nobody can say whether the first was sent, and nobody can be asked; off unless the administrator takes the risk.</summary>
    public bool ResendsUnknown { get; init; }

    /// <summary>How soon a paused setting is looked at again.</summary>
    public TimeSpan PauseInterval { get; init; } = TimeSpan.FromMinutes(15);
}
