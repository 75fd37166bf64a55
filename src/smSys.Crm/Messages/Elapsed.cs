using System;

namespace smSys.Crm.Messages;

/// <summary>The time between two states, for reports.</summary>
public static class Elapsed
{
    /// <summary>Whole seconds, never less than none; null when one of the times is not known.</summary>
    public static int? Seconds(DateTime? from, DateTime? until) =>
        from is { } start && until is { } end ? (int)Math.Min(int.MaxValue, Math.Max(0, (end - start).TotalSeconds)) : null;
}
