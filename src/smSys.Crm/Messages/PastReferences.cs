using System;
using System.Globalization;
using System.Linq;
using smSys.Messaging.Messages;

namespace smSys.Crm.Messages;

/// <summary>
/// The references that a message has used up, one a line: number, reference, account. By them a late receipt of an older
/// attempt is recognised, and the next reference finds its number. The oldest lines are dropped when there are too many.
/// </summary>
public static class PastReferences
{
    private const int MostLines = 25;
    private const char Separator = ' ';

    /// <summary>The reference of a message's next attempt; the one it has, when it may still be used.</summary>
    /// <param name="messageId">Whose.</param>
    /// <param name="current">The stored reference; null or empty after a definite refusal.</param>
    /// <param name="past">The stored lines.</param>
    public static long Next(Guid messageId, string? current, string? past) =>
        long.TryParse(current, NumberStyles.None, CultureInfo.InvariantCulture, out var kept) && kept > 0
            ? kept
            : MessageReference.Create(messageId, LastNumber(past) + 1);

    /// <summary>The lines with a used-up reference behind them.</summary>
    public static string Add(string? past, string reference, string? account)
    {
        var number = (LastNumber(past) + 1).ToString(CultureInfo.InvariantCulture);
        var lines = Lines(past).Concat(new[] { number + Separator + reference + Separator + account }).ToArray();
        return string.Join("\n", lines.Skip(Math.Max(0, lines.Length - MostLines)));
    }

    /// <summary>True when an older attempt of the message had this reference.</summary>
    public static bool Hold(string? past, string reference) =>
        Lines(past).Any(line => string.Equals(line.Split(Separator).ElementAtOrDefault(1), reference, StringComparison.Ordinal));

    private static int LastNumber(string? past)
    {
        var last = Lines(past).LastOrDefault();
        return last is not null && int.TryParse(last.Split(Separator)[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : 0;
    }

    private static string[] Lines(string? past) =>
        (past ?? string.Empty).Split(new[] { '\n', '\r' }, StringSplitOptions.RemoveEmptyEntries);
}
