using System;
using System.Collections.Generic;
using smSys.Messaging.Providers;

namespace smSys.Providers.Codes;

/// <summary>
/// A provider's documented delivery states; what does not stand in it is unknown. An administrator adds or changes rows by the
/// account's option <c>states</c>, for example <c>1=Delivered;16=Rejected</c>, because white labels do too.
/// </summary>
public sealed class StateTable
{
    /// <summary>The option's name.</summary>
    public const string OptionName = "states";

    private readonly Dictionary<string, DeliveryStateKind> _kinds = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>A table of states.</summary>
    public StateTable(IEnumerable<KeyValuePair<string, DeliveryStateKind>> rows)
    {
        foreach (KeyValuePair<string, DeliveryStateKind> row in rows)
        {
            _kinds[row.Key] = row.Value;
        }
    }

    /// <summary>The documented states.</summary>
    public IEnumerable<KeyValuePair<string, DeliveryStateKind>> Rows => _kinds;

    /// <summary>The table with an account's own rows; text that is no row is skipped.</summary>
    public StateTable With(IReadOnlyDictionary<string, string> options)
    {
        if (!options.TryGetValue(OptionName, out string? text) || string.IsNullOrWhiteSpace(text))
        {
            return this;
        }

        var table = new StateTable(_kinds);
        foreach (string row in text.Split(';'))
        {
            int equals = row.IndexOf('=');
            if (equals > 0 && Enum.TryParse(row.Substring(equals + 1).Trim(), ignoreCase: true, out DeliveryStateKind kind)
                && Enum.IsDefined(typeof(DeliveryStateKind), kind))
            {
                table._kinds[row.Substring(0, equals).Trim()] = kind;
            }
        }

        return table;
    }

    /// <summary>The canonical state of a provider's value.</summary>
    public DeliveryStateKind Judge(string? code) =>
        code is not null && _kinds.TryGetValue(code.Trim(), out DeliveryStateKind kind) ? kind : DeliveryStateKind.Unknown;
}
