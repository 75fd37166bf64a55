namespace ProviderSimulators.Messages;

/// <summary>Numbers as the simulators compare them.</summary>
public static class Subscriber
{
    /// <summary>The ten digits 9… of an Iranian mobile in any usual spelling; null when it is none.</summary>
    public static string? Parse(string? number)
    {
        string digits = new((number ?? string.Empty).Where(char.IsAsciiDigit).ToArray());
        string local = digits switch
        {
            _ when digits.StartsWith("0098", StringComparison.Ordinal) => digits[4..],
            _ when digits.StartsWith("98", StringComparison.Ordinal) && digits.Length == 12 => digits[2..],
            _ when digits.StartsWith('0') => digits[1..],
            _ => digits,
        };
        return local.Length == 10 && local[0] == '9' ? local : null;
    }

    /// <summary>Parts on the bill: 70 and 67 characters with Persian letters, 160 and 153 without.</summary>
    public static int Parts(string text)
    {
        bool latin = text.All(char.IsAscii);
        int whole = latin ? 160 : 70;
        int piece = latin ? 153 : 67;
        return text.Length <= whole ? 1 : (text.Length + piece - 1) / piece;
    }
}
