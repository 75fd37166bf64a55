namespace smSys.Providers.Matching;

/// <summary>Ids of providers whose documents call them texts and do not say which.</summary>
internal static class ProviderId
{
    private const int Longest = 100;

    /// <summary>
    /// Something that can be stored, listed with commas and asked about: letters, digits, and what joins them. Neither missing,
    /// nor 0, nor negative, nor a quotation.
    /// </summary>
    public static bool IsPlain(string? id)
    {
        bool isPlain = id is not null && id.Length is > 0 and <= Longest && id != "0" && id[0] != '-';
        for (int i = 0; isPlain && i < id!.Length; i++)
        {
            isPlain = id[i] is >= '0' and <= '9' or >= 'a' and <= 'z' or >= 'A' and <= 'Z' or '-' or '_' or '.' or ':' or '+';
        }

        return isPlain;
    }

    /// <summary>As <see cref="IsPlain"/>, but any characters except those that control.</summary>
    public static bool IsPrintable(string? id)
    {
        bool isPrintable = id is not null && id.Length is > 0 and <= Longest && id != "0" && id[0] != '-';
        for (int i = 0; isPrintable && i < id!.Length; i++)
        {
            isPrintable = !char.IsControl(id[i]);
        }

        return isPrintable;
    }
}
