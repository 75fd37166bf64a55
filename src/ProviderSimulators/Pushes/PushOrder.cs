namespace ProviderSimulators.Pushes;

/// <summary>What goes wrong with the order of pushes.</summary>
[Flags]
public enum PushOrder
{
    /// <summary>Each once, in the order in which things happened.</summary>
    Honest = 0,

    /// <summary>Each comes twice.</summary>
    Twice = 1,

    /// <summary>The last first.</summary>
    Reversed = 2,

    /// <summary>In an order that the seed decides.</summary>
    Shuffled = 4,
}
