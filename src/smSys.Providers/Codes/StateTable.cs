using System;
using System.Collections.Generic;
using System.Linq;
using smSys.Messaging.Providers;

namespace smSys.Providers.Codes;

/// <summary>
/// A provider's documented delivery states; what does not stand in it is unknown. An administrator adds or changes rows by the
/// account's option <c>states</c>, for example <c>14=Delivered;12=Blocked</c>.
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
    public StateTable With(IReadOnlyDictionary<string, string> options, string option = OptionName)
    {
        KeyValuePair<string, DeliveryStateKind>[] own = OptionRows.Read<DeliveryStateKind>(options, option).ToArray();
        return own.Length == 0 ? this : new StateTable(_kinds.Concat(own));
    }

    /// <summary>The canonical state of a provider's value.</summary>
    public DeliveryStateKind Judge(string? code) =>
        code is not null && _kinds.TryGetValue(code.Trim(), out DeliveryStateKind kind) ? kind : DeliveryStateKind.Unknown;
}
