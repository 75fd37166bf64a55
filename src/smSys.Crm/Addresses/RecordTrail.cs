using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Xrm.Sdk;
using smSys.Crm.Rows;

namespace smSys.Crm.Addresses;

/// <summary>
/// Follows records to where they are now: a merged one to its master, one that is gone or inactive to nobody. One query a table
/// and step of merging. Give it the service of SYSTEM.
/// </summary>
public sealed class RecordTrail
{
    // Masters of masters: more than these nobody merges.
    private const int MostSteps = 5;
    private readonly IOrganizationService _system;

    /// <summary>Reads as SYSTEM.</summary>
    public RecordTrail(IOrganizationService system) => _system = system;

    /// <summary>Where a record is now; null when it is gone or inactive.</summary>
    public AddressEntry? Follow(EntityReference record) =>
        Follow([new AddressEntry(record, null)]) is { Count: > 0 } found ? found[0] : null;

    /// <summary>Where records are now, each once, in the order given. Records of the organisation's own tables stay as they are.</summary>
    public IReadOnlyList<AddressEntry> Follow(IReadOnlyList<AddressEntry> entries)
    {
        var current = entries.ToArray();
        for (var step = 0; step < MostSteps; step++)
        {
            var isMoved = false;
            foreach (var table in current.Select(entry => entry.Record.LogicalName).Where(IsKnown).Distinct(StringComparer.Ordinal).ToArray())
            {
                var rows = Rows(table, current.Where(entry => entry.Record.LogicalName == table).Select(entry => entry.Record.Id).Distinct().ToArray());
                current = current.Select(entry => entry.Record.LogicalName == table ? Next(entry, rows, ref isMoved) : entry).OfType<AddressEntry>().ToArray();
            }

            if (!isMoved)
            {
                break;
            }
        }

        return current.GroupBy(entry => entry.Record.Id).Select(group => group.First()).ToArray();
    }

    private Dictionary<Guid, Entity> Rows(string table, Guid[] ids)
    {
        string[] columns = table switch
        {
            "systemuser" => ["fullname", "isdisabled"],
            "account" => ["name", StandardColumns.State, StandardColumns.Owner, "masterid"],
            _ => ["fullname", StandardColumns.State, StandardColumns.Owner, "masterid"],
        };
        return _system.FindAll(table, table + "id", ids, columns).ToDictionary(row => row.Id);
    }

    private static AddressEntry? Next(AddressEntry entry, Dictionary<Guid, Entity> rows, ref bool isMoved)
    {
        if (!rows.TryGetValue(entry.Record.Id, out var row))
        {
            return null;
        }

        if (row.GetAttributeValue<EntityReference>("masterid") is { } master && master.Id != row.Id)
        {
            isMoved = true;
            return new AddressEntry(new EntityReference(row.LogicalName, master.Id), null);
        }

        var isActive = row.LogicalName == "systemuser"
            ? !row.GetAttributeValue<bool>("isdisabled")
            : (row.GetAttributeValue<OptionSetValue>(StandardColumns.State)?.Value ?? 0) == 0;
        var name = row.GetAttributeValue<string>(row.LogicalName == "account" ? "name" : "fullname");
        return isActive
            ? new AddressEntry(
                new EntityReference(row.LogicalName, row.Id) { Name = name }, row.GetAttributeValue<EntityReference>(StandardColumns.Owner)?.Id)
            : null;
    }

    private static bool IsKnown(string table) => table is "contact" or "account" or "lead" or "systemuser";
}
