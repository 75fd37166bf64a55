namespace CrmEmulator.Operations;

/// <summary>New ids as SQL Server makes them: rising in its own order, so that they do not fragment the key.</summary>
internal static class RowIds
{
    private static long last;

    public static Guid Next(DateTime utcNow)
    {
        Span<byte> bytes = stackalloc byte[16];
        Random.Shared.NextBytes(bytes[..10]);
        var stamp = (utcNow.Ticks - DateTime.UnixEpoch.Ticks) / 1000;
        while (true)
        {
            var before = Interlocked.Read(ref last);
            var next = Math.Max(stamp, before + 1);
            if (Interlocked.CompareExchange(ref last, next, before) == before)
            {
                stamp = next;
                break;
            }
        }

        for (var index = 0; index < 6; index++)
        {
            bytes[10 + index] = (byte)(stamp >> (8 * (5 - index)));
        }

        bytes[7] = (byte)((bytes[7] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes);
    }
}
