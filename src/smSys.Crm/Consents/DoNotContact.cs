using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Xrm.Sdk;
using smSys.Crm.Rows;

namespace smSys.Crm.Consents;

/// <summary>
/// The platform's own wishes on a record: <i>do not allow phone calls</i> and <i>do not send marketing material</i>. Both stop
/// advertising, when the setting says to respect them; a message of service is not advertising.
/// </summary>
public static class DoNotContact
{
    /// <summary>The columns, on contacts, accounts and leads.</summary>
    public static IReadOnlyList<string> Columns { get; } = ["donotphone", "donotsendmm"];

    /// <summary>True for tables that have the columns.</summary>
    public static bool Knows(string table) => table is "contact" or "account" or "lead";

    /// <summary>True when a row with <see cref="Columns"/> forbids it.</summary>
    public static bool Forbids(Entity row) => Columns.Any(row.GetAttributeValue<bool>);

    /// <summary>Those of the records that forbid it; one query a table.</summary>
    public static HashSet<Guid> Among(IOrganizationService system, IEnumerable<EntityReference> records)
    {
        var forbidden = new HashSet<Guid>();
        foreach (var table in records.Where(record => Knows(record.LogicalName)).GroupBy(record => record.LogicalName))
        {
            var ids = table.Select(record => record.Id).Distinct().ToArray();
            forbidden.UnionWith(system.FindAll(table.Key, table.Key + "id", ids, Columns.ToArray()).Where(Forbids).Select(row => row.Id));
        }

        return forbidden;
    }
}
