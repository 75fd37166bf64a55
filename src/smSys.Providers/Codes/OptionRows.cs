using System;
using System.Collections.Generic;

namespace smSys.Providers.Codes;

/// <summary>Reads an option that adds rows to a table: <c>418=Credit;412=SignIn</c>.</summary>
internal static class OptionRows
{
    /// <summary>The rows of an option whose right side is a value of <typeparamref name="T"/>; anything else is skipped.</summary>
    public static IEnumerable<KeyValuePair<string, T>> Read<T>(IReadOnlyDictionary<string, string> options, string option)
        where T : struct, Enum
    {
        if (!options.TryGetValue(option, out string? text) || string.IsNullOrWhiteSpace(text))
        {
            yield break;
        }

        foreach (string row in text.Split(';'))
        {
            int equals = row.IndexOf('=');
            if (equals > 0 && Enum.TryParse(row.Substring(equals + 1).Trim(), ignoreCase: true, out T value) && Enum.IsDefined(typeof(T), value))
            {
                yield return new KeyValuePair<string, T>(row.Substring(0, equals).Trim(), value);
            }
        }
    }
}
