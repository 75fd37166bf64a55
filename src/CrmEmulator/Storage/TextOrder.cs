using System.Text;

namespace CrmEmulator.Storage;

/// <summary>
/// How the organisation compares texts: letter case does not count (in any script), accents and ZWNJ do,
/// spaces at the end do not. Persian ی and Arabic ي are different letters, as they are for SQL Server.
/// </summary>
internal static class TextOrder
{
    public const string Collation = "CRM";

    public static int Compare(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        left = left.TrimEnd((byte)' ');
        right = right.TrimEnd((byte)' ');
        var length = Math.Min(left.Length, right.Length);
        var start = left[..length].CommonPrefixLength(right[..length]);
        for (var index = start; index < length; index++)
        {
            var one = left[index];
            var other = right[index];
            if (one >= 0x80 || other >= 0x80)
            {
                return CompareRunes(left[RuneStart(left, index)..], right[RuneStart(right, index)..]);
            }

            var difference = Upper(one) - Upper(other);
            if (difference != 0)
            {
                return difference;
            }
        }

        return left.Length - right.Length;
    }

    public static bool AreEqual(string left, string right) =>
        left.AsSpan().TrimEnd(' ').Equals(right.AsSpan().TrimEnd(' '), StringComparison.OrdinalIgnoreCase);

    private static int RuneStart(ReadOnlySpan<byte> text, int index)
    {
        while (index > 0 && (text[index] & 0xC0) == 0x80)
        {
            index--;
        }

        return index;
    }

    private static int CompareRunes(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        while (left.Length > 0 && right.Length > 0)
        {
            Rune.DecodeFromUtf8(left, out var one, out var oneLength);
            Rune.DecodeFromUtf8(right, out var other, out var otherLength);
            var difference = one == other ? 0 : Rune.ToUpperInvariant(one).CompareTo(Rune.ToUpperInvariant(other));
            if (difference != 0)
            {
                return difference;
            }

            left = left[oneLength..];
            right = right[otherLength..];
        }

        return left.Length - right.Length;
    }

    private static int Upper(byte letter) => letter is >= (byte)'a' and <= (byte)'z' ? letter - 32 : letter;
}
