using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace smSys.Plugins.Addresses;

/// <summary>How far the filling of the address book has got: a table, and the platform's cookie of the page that comes next.</summary>
/// <param name="Table">Logical name.</param>
/// <param name="Page">From 1.</param>
/// <param name="Cookie">Null for the first page.</param>
public sealed record FillPlace(string Table, int Page, string? Cookie)
{
    /// <summary>There is no further page in this table.</summary>
    public bool IsEnd => Page == 0;

    /// <summary>The end of a table.</summary>
    public static FillPlace EndOf(string table) => new(table, 0, null);

    /// <summary>The first table; null when there is none.</summary>
    public static FillPlace? Begin(IReadOnlyList<string> tables) => tables.Count == 0 ? null : new FillPlace(tables[0], 1, null);

    /// <summary>The table after this one; null behind the last.</summary>
    public static FillPlace? After(string table, IReadOnlyList<string> tables)
    {
        var next = tables.Where(name => string.CompareOrdinal(name, table) > 0).OrderBy(name => name, StringComparer.Ordinal).FirstOrDefault();
        return next is null ? null : new FillPlace(next, 1, null);
    }

    /// <summary>Reads what <see cref="ToString"/> wrote; null for anything else, which begins anew.</summary>
    public static FillPlace? Parse(string? cursor)
    {
        var parts = (cursor ?? string.Empty).Split(new[] { '\n' }, 3);
        return parts.Length == 3 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page > 0
            ? new FillPlace(parts[0], page, parts[2].Length == 0 ? null : parts[2])
            : null;
    }

    /// <summary>For the cursor of a process: table, page and cookie, a line each.</summary>
    public override string ToString() => Table + "\n" + Page.ToString(CultureInfo.InvariantCulture) + "\n" + Cookie;
}
