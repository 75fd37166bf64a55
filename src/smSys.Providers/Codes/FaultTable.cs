using System;
using System.Collections.Generic;
using smSys.Messaging.Providers;

namespace smSys.Providers.Codes;

/// <summary>
/// A provider's documented error codes and what to do about each. What does not stand in it is unclear. An administrator adds
/// or changes rows by the account's option <c>codes</c>, for example <c>418=Credit;412=SignIn</c>, because white labels do too.
/// </summary>
public sealed class FaultTable
{
    /// <summary>The option's name.</summary>
    public const string OptionName = "codes";

    private readonly Dictionary<string, ProviderFaultKind> _kinds;

    /// <summary>A table of codes, compared without case.</summary>
    public FaultTable(IEnumerable<KeyValuePair<string, ProviderFaultKind>> rows)
    {
        _kinds = new Dictionary<string, ProviderFaultKind>(StringComparer.OrdinalIgnoreCase);
        foreach (KeyValuePair<string, ProviderFaultKind> row in rows)
        {
            _kinds[row.Key] = row.Value;
        }
    }

    /// <summary>The documented codes.</summary>
    public IEnumerable<KeyValuePair<string, ProviderFaultKind>> Rows => _kinds;

    /// <summary>The table with an account's own rows; text that is no row is skipped.</summary>
    public FaultTable With(IReadOnlyDictionary<string, string> options)
    {
        if (!options.TryGetValue(OptionName, out string? text) || string.IsNullOrWhiteSpace(text))
        {
            return this;
        }

        var table = new FaultTable(_kinds);
        foreach (string row in text.Split(';'))
        {
            int equals = row.IndexOf('=');
            if (equals > 0 && Enum.TryParse(row.Substring(equals + 1).Trim(), ignoreCase: true, out ProviderFaultKind kind)
                && Enum.IsDefined(typeof(ProviderFaultKind), kind))
            {
                table._kinds[row.Substring(0, equals).Trim()] = kind;
            }
        }

        return table;
    }

    /// <summary>What a code asks for; unclear when it is not documented.</summary>
    public ProviderFaultKind Judge(string code) => _kinds.TryGetValue(code, out ProviderFaultKind kind) ? kind : ProviderFaultKind.Unclear;

    /// <summary>The code is documented.</summary>
    public bool Knows(string code) => _kinds.ContainsKey(code);
}
