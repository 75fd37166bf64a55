using System;

namespace smSys.Messaging.Times;

/// <summary>When in a Gregorian year clocks stand one hour ahead, in UTC.</summary>
/// <param name="From">The first moment.</param>
/// <param name="Until">The first moment after it.</param>
public sealed record SummerSpan(DateTime From, DateTime Until);
