using System;
using System.Collections.Generic;
using System.Linq;
using smSys.Messaging.Providers;
using smSys.Providers.Http;

namespace smSys.Providers.Codes;

/// <summary>
/// A provider's documented error codes and what to do about each. What does not stand in it is unclear. An administrator adds
/// or changes rows by the account's option <c>codes</c>, for example <c>418=Credit;412=SignIn</c>, because white labels do too.
/// </summary>
public sealed class FaultTable
{
    /// <summary>The option's name.</summary>
    public const string OptionName = "codes";

    private readonly Dictionary<string, ProviderFaultKind> _kinds = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _meanings = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>A table of codes, compared without case.</summary>
    public FaultTable(IEnumerable<KeyValuePair<string, ProviderFaultKind>> rows)
    {
        foreach (KeyValuePair<string, ProviderFaultKind> row in rows)
        {
            _kinds[row.Key] = row.Value;
        }
    }

    /// <summary>A table of codes that mean something by themselves, because the provider's answers hold no words.</summary>
    public FaultTable(IEnumerable<FaultRow> rows)
    {
        foreach (FaultRow row in rows)
        {
            _kinds[row.Code] = row.Kind;
            _meanings[row.Code] = row.Meaning;
        }
    }

    /// <summary>The documented codes.</summary>
    public IEnumerable<KeyValuePair<string, ProviderFaultKind>> Rows => _kinds;

    /// <summary>The table with an account's own rows; text that is no row is skipped.</summary>
    public FaultTable With(IReadOnlyDictionary<string, string> options)
    {
        KeyValuePair<string, ProviderFaultKind>[] own = OptionRows.Read<ProviderFaultKind>(options, OptionName).ToArray();
        if (own.Length == 0)
        {
            return this;
        }

        var table = new FaultTable(_kinds.Concat(own));
        foreach (KeyValuePair<string, string> meaning in _meanings)
        {
            table._meanings[meaning.Key] = meaning.Value;
        }

        return table;
    }

    /// <summary>What a code asks for; unclear when it is not documented.</summary>
    public ProviderFaultKind Judge(string code) => _kinds.TryGetValue(code, out ProviderFaultKind kind) ? kind : ProviderFaultKind.Unclear;

    /// <summary>The code is documented.</summary>
    public bool Knows(string code) => _kinds.ContainsKey(code);

    /// <summary>The fault of a code, with the provider's words, or else with what its documents say about the code.</summary>
    public ProviderFault Fault(string code, string? words, SecretMask mask)
    {
        string meaning = !string.IsNullOrWhiteSpace(words) ? words!
            : _meanings.TryGetValue(code, out string? known) ? "Code " + code + ": " + known
            : "Code " + code + ", which the provider's documents do not name.";
        return new ProviderFault(Judge(code), mask.Clean(code.Length > 100 ? code.Substring(0, 100) : code), mask.Clean(meaning));
    }
}
