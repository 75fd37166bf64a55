using System.Globalization;
using System.Text;

namespace SolutionTool.Generating;

/// <summary>How names of the solution become names in C# and JavaScript.</summary>
public static class Naming
{
    /// <summary>A schema name without the publisher's prefix, starting with a capital: smsys_TemplateId → TemplateId.</summary>
    public static string OfSchema(string schemaName, string prefix)
    {
        var bare = schemaName.StartsWith(prefix + "_", StringComparison.OrdinalIgnoreCase) ? schemaName[(prefix.Length + 1)..] : schemaName;
        return OfLabel(bare);
    }

    /// <summary>An English text in Pascal case, letters and digits only: "Sent without receipt" → SentWithoutReceipt.</summary>
    public static string OfLabel(string label)
    {
        var name = new StringBuilder();
        var atStart = true;
        foreach (var c in label)
        {
            if (!char.IsAsciiLetterOrDigit(c))
            {
                atStart = true;
                continue;
            }

            name.Append(atStart ? char.ToUpperInvariant(c) : c);
            atStart = false;
        }

        return name.Length > 0 && char.IsAsciiDigit(name[0]) ? "_" + name : name.ToString();
    }

    /// <summary>
    /// The name of a global option set: its own name, with the capitals of its English label where both say the same
    /// (smsys_messageclass labelled "Message class" → MessageClass).
    /// </summary>
    public static string OfOptionSet(string name, string englishLabel, string prefix)
    {
        var own = OfSchema(name, prefix);
        var label = OfLabel(englishLabel);
        return string.Equals(own, label, StringComparison.OrdinalIgnoreCase) && own.Count(char.IsUpper) < label.Count(char.IsUpper) ? label : own;
    }

    /// <summary>Camel case for JavaScript: SmsBulk → smsBulk, GSM7 → gsm7.</summary>
    public static string Camel(string pascal)
    {
        var capitals = pascal.TakeWhile(char.IsUpper).Count();
        var lowered = capitals > 1 && capitals < pascal.Length && char.IsLower(pascal[capitals]) ? capitals - 1 : Math.Max(capitals, 1);
        return pascal[..lowered].ToLowerInvariant() + pascal[lowered..];
    }

    /// <summary>Gives every item a name of its own: a name taken before, or reserved, gets the suffix (and the value, if that is taken too).</summary>
    public static IReadOnlyList<(string Name, T Item)> Unique<T>(IEnumerable<T> items, Func<T, string> name, Func<T, string> suffix, params string[] reserved)
    {
        var taken = new HashSet<string>(reserved, StringComparer.Ordinal);
        var named = new List<(string, T)>();
        foreach (var item in items)
        {
            var wanted = name(item) is { Length: > 0 } given ? given : "Value";
            var unique = taken.Contains(wanted) ? wanted + suffix(item) : wanted;
            for (var number = 2; !taken.Add(unique); number++)
            {
                unique = wanted + suffix(item) + number.ToString(CultureInfo.InvariantCulture);
            }

            named.Add((unique, item));
        }

        return named;
    }
}
