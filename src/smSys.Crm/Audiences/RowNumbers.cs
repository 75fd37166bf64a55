using System;
using System.Collections.Generic;
using Microsoft.Xrm.Sdk;

namespace smSys.Crm.Audiences;

/// <summary>The numbers that stand in a row.</summary>
internal static class RowNumbers
{
    /// <summary>What the columns hold, empty ones left out.</summary>
    internal static IReadOnlyList<string> Of(Entity row, string[] columns)
    {
        List<string>? found = null;
        foreach (var column in columns)
        {
            var value = row.Contains(column) ? Convert.ToString(row[column], System.Globalization.CultureInfo.InvariantCulture) : null;
            if (!string.IsNullOrWhiteSpace(value))
            {
                (found ??= []).Add(value!);
            }
        }

        return found ?? (IReadOnlyList<string>)Array.Empty<string>();
    }
}
