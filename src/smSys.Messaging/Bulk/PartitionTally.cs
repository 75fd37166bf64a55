namespace smSys.Messaging.Bulk;

/// <summary>What was dealt to a partition.</summary>
/// <param name="Chunks">Chunks written.</param>
/// <param name="Lines">Recipients to whom something will be sent.</param>
/// <param name="NoNumber">Left out: no number.</param>
/// <param name="Invalid">Left out: a number that no SMS can reach.</param>
/// <param name="Duplicate">Left out: the number or the record came before.</param>
public readonly record struct PartitionTally(int Chunks, int Lines, int NoNumber, int Invalid, int Duplicate)
{
    /// <summary>Left out for whatever reason.</summary>
    public int Skipped => NoNumber + Invalid + Duplicate;

    /// <summary>Everybody who was read.</summary>
    public int Expected => Lines + Skipped;

    /// <summary>Both together.</summary>
    public PartitionTally Plus(PartitionTally other) => new(
        Chunks + other.Chunks, Lines + other.Lines, NoNumber + other.NoNumber, Invalid + other.Invalid, Duplicate + other.Duplicate);
}
