using System;
using System.Collections.Generic;
using System.Linq;

namespace smSys.Crm.Settings;

/// <summary>The options of a setting, as an administrator writes them: one <c>name = value</c> a line, # before a remark.</summary>
public static class SettingOptions
{
    /// <summary>The name under which the description of a generic HTTP provider (JSON) stands.</summary>
    public const string Definition = "definition";

    /// <summary>Options by name; a later line of the same name wins. JSON is one option, <see cref="Definition"/>.</summary>
    public static IReadOnlyDictionary<string, string> Parse(string? text)
    {
        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        var trimmed = (text ?? string.Empty).Trim();
        if (trimmed.StartsWith("{", StringComparison.Ordinal))
        {
            options[Definition] = trimmed;
            return options;
        }

        foreach (var line in trimmed.Split('\n'))
        {
            var entry = line.Trim();
            var equals = entry.IndexOf('=');
            if (equals > 0 && entry[0] != '#')
            {
                options[entry.Substring(0, equals).Trim()] = entry.Substring(equals + 1).Trim();
            }
        }

        return options;
    }

    /// <summary>Options as <see cref="Parse"/> reads them: a description alone, else one a line.</summary>
    public static string Write(IReadOnlyDictionary<string, string> options) =>
        options.TryGetValue(Definition, out var definition)
            ? definition
            : string.Join("\n", options.Select(option => option.Key + " = " + option.Value));
}
