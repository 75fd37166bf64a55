using System;
using System.Collections.Generic;
using smSys.Messaging.Providers;

namespace smSys.Providers.Codes;

/// <summary>A provider's documented delivery states; what does not stand in it is unknown.</summary>
public sealed class StateTable
{
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

    /// <summary>The canonical state of a provider's value.</summary>
    public DeliveryStateKind Judge(string? code) =>
        code is not null && _kinds.TryGetValue(code.Trim(), out DeliveryStateKind kind) ? kind : DeliveryStateKind.Unknown;
}
