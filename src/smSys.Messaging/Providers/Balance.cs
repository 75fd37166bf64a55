namespace smSys.Messaging.Providers;

/// <summary>What a balance counts.</summary>
public enum BalanceUnit
{
    /// <summary>The provider does not say.</summary>
    Unknown,

    /// <summary>Iranian Rial.</summary>
    Rial,

    /// <summary>Messages or parts.</summary>
    Messages,
}

/// <summary>What is left on an account.</summary>
public sealed record Balance(decimal Amount, BalanceUnit Unit);
