namespace CrmEmulator.Storage;

/// <summary>SQL Server's LIKE: % any run, _ any letter, [abc] [a-f] [^a] one letter of a set; case does not count.</summary>
internal static class LikePattern
{
    public static bool Matches(ReadOnlySpan<char> text, ReadOnlySpan<char> pattern)
    {
        var textAt = 0;
        var patternAt = 0;
        var restartText = -1;
        var restartPattern = -1;
        while (textAt < text.Length)
        {
            if (patternAt < pattern.Length && pattern[patternAt] == '%')
            {
                restartPattern = ++patternAt;
                restartText = textAt;
            }
            else if (patternAt < pattern.Length && One(text[textAt], pattern[patternAt..], out var used))
            {
                textAt++;
                patternAt += used;
            }
            else if (restartPattern >= 0)
            {
                patternAt = restartPattern;
                textAt = ++restartText;
            }
            else
            {
                return false;
            }
        }

        while (patternAt < pattern.Length && pattern[patternAt] == '%')
        {
            patternAt++;
        }

        return patternAt == pattern.Length;
    }

    /// <summary>Makes a text stand for itself inside a pattern.</summary>
    public static string Escape(string text) =>
        text.AsSpan().IndexOfAny('%', '_', '[') < 0 ? text : text.Replace("[", "[[]").Replace("%", "[%]").Replace("_", "[_]");

    private static bool One(char letter, ReadOnlySpan<char> pattern, out int used)
    {
        used = 1;
        if (pattern[0] == '_')
        {
            return true;
        }

        var end = pattern[0] == '[' && pattern.Length > 2 ? pattern[2..].IndexOf(']') : -1;
        if (end < 0)
        {
            return Same(letter, pattern[0]);
        }

        used = end + 3;
        var set = pattern[1..(end + 2)];
        var negated = set[0] == '^' && set.Length > 1;
        return InSet(letter, negated ? set[1..] : set) != negated;
    }

    private static bool InSet(char letter, ReadOnlySpan<char> set)
    {
        for (var index = 0; index < set.Length; index++)
        {
            if (index + 2 < set.Length && set[index + 1] == '-')
            {
                if (Fold(letter) >= Fold(set[index]) && Fold(letter) <= Fold(set[index + 2]))
                {
                    return true;
                }

                index += 2;
            }
            else if (Same(letter, set[index]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Same(char left, char right) => left == right || Fold(left) == Fold(right);

    private static char Fold(char letter) => char.ToUpperInvariant(letter);
}
