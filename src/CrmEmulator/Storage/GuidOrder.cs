namespace CrmEmulator.Storage;

/// <summary>
/// Stores a unique identifier as 16 bytes whose plain byte order is SQL Server's order of uniqueidentifier:
/// the last six bytes weigh most, then bytes 8–9, then the three first groups backwards.
/// Sorting, paging and clustering therefore behave as on a real organisation.
/// </summary>
internal static class GuidOrder
{
    private static ReadOnlySpan<byte> Order => [10, 11, 12, 13, 14, 15, 8, 9, 6, 7, 4, 5, 0, 1, 2, 3];

    public static void Write(Guid id, Span<byte> target)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes);
        for (var index = 0; index < 16; index++)
        {
            target[index] = bytes[Order[index]];
        }
    }

    public static Guid Read(ReadOnlySpan<byte> stored)
    {
        Span<byte> bytes = stackalloc byte[16];
        for (var index = 0; index < 16; index++)
        {
            bytes[Order[index]] = stored[index];
        }

        return new Guid(bytes);
    }

    /// <summary>The stored form as a SQL literal.</summary>
    public static string Literal(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        Write(id, bytes);
        return "x'" + Convert.ToHexString(bytes) + "'";
    }
}
