namespace smSys.Messaging.Health;

/// <summary>How a provider's account is.</summary>
public enum HealthVerdict
{
    /// <summary>Too few calls to say.</summary>
    Unsure,

    /// <summary>It answers, and fast enough.</summary>
    Well,

    /// <summary>Too many errors, or too slow.</summary>
    Ill,
}
