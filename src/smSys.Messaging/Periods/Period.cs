using System;

namespace smSys.Messaging.Periods;

/// <summary>A span of whole days.</summary>
/// <param name="From">Midnight of the first day, in the reader's time zone.</param>
/// <param name="Until">Midnight after the last day.</param>
/// <param name="IsJalali">The calendar in which it was named.</param>
/// <param name="IsUnderstood">False when the text named something that is no period, and this month was taken instead.</param>
public sealed record Period(DateTime From, DateTime Until, bool IsJalali, bool IsUnderstood)
{
    /// <summary>The last day.</summary>
    public DateTime LastDay => Until.AddDays(-1);
}
