using System.Globalization;

namespace smSys.Crm.Messages;

/// <summary>
/// Where a message stood in the call that took its attempt, for providers that keep one reference a call: only with all three
/// can the call be asked about later, as it was, never paged anew.
/// </summary>
/// <param name="First">The reference of the call's first message, by which the provider knows the call.</param>
/// <param name="Place">This message's place, from 0.</param>
/// <param name="Size">Messages in the call.</param>
public sealed record CallPlace(long First, int Place, int Size)
{
    private const char Separator = ' ';

    /// <summary>As the row keeps it: reference, place and size with spaces between.</summary>
    public string Text => string.Format(CultureInfo.InvariantCulture, "{0} {1} {2}", First, Place, Size);

    /// <summary>Reads what a row keeps; null when it is empty or no such text.</summary>
    public static CallPlace? Read(string? text)
    {
        var parts = (text ?? string.Empty).Split(Separator);
        return parts.Length == 3
            && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var first)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var place)
            && int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var size)
            && place < size
                ? new CallPlace(first, place, size)
                : null;
    }
}
