namespace smSys.Server.Callbacks;

/// <summary>Where a push belongs.</summary>
/// <param name="Purpose"><see cref="Bell"/> or <see cref="Content"/>.</param>
/// <param name="Provider">The provider kind, lower case; empty for a bell.</param>
/// <param name="Row">The SMS Process that is rung for, or the SMS Setting that the content is of.</param>
public sealed record CallbackTarget(string Purpose, string Provider, Guid Row)
{
    /// <summary>Only wakes a process; what was pushed is not believed and not kept.</summary>
    public const string Bell = "bell";

    /// <summary>Brings what was pushed into CRM.</summary>
    public const string Content = "content";
}
