using System.Collections.Generic;
using System.Linq;
using Microsoft.Xrm.Sdk.Query;
using smSys.Crm.Metadata;
using smSys.Crm.Rows;

namespace smSys.Crm.Addresses;

/// <summary>A table whose records hold numbers, and the columns in which the address book is interested.</summary>
/// <param name="Name">Logical name.</param>
/// <param name="PrimaryId">Its key.</param>
/// <param name="PrimaryName">What its records are called by; null when they have no name.</param>
/// <param name="NumberColumns">The columns that hold numbers, in the order in which they are tried; only those that exist.</param>
/// <param name="HasOwner">Its records have an owner.</param>
public sealed record NumberedTable(
    string Name, string PrimaryId, string? PrimaryName, IReadOnlyList<string> NumberColumns, bool HasOwner)
{
    /// <summary>Records of these tables are merged and then name their master.</summary>
    public bool IsMerged => Name is "contact" or "account" or "lead";

    /// <summary>Users are disabled, everything else is deactivated.</summary>
    public bool IsUser => Name == "systemuser";

    /// <summary>The columns to read; all of them exist, so reading them is no fault.</summary>
    public ColumnSet Columns
    {
        get
        {
            var columns = new List<string>(NumberColumns) { StandardColumns.CreatedOn, IsUser ? "isdisabled" : StandardColumns.State };
            if (PrimaryName is { } name)
            {
                columns.Add(name);
            }

            if (HasOwner)
            {
                columns.Add(StandardColumns.Owner);
            }

            if (IsMerged)
            {
                columns.Add("masterid");
            }

            return new ColumnSet(columns.Distinct().ToArray());
        }
    }

    /// <summary>
    /// The shape of a table. The platform's own tables with the columns that everybody has cost no question; otherwise the
    /// table's metadata say which of the chosen columns exist, since a column may be deleted after it was chosen.
    /// </summary>
    /// <param name="table">Logical name of a table that exists.</param>
    /// <param name="chosen">The columns that <see cref="Addresses.NumberColumns"/> names.</param>
    /// <param name="shapes">Asked only when it has to be.</param>
    public static NumberedTable Of(string table, IReadOnlyList<string> chosen, TableShapes shapes)
    {
        if (KnownNumbers(table) is { } known && chosen.All(known.Contains))
        {
            return new NumberedTable(table, table + "id", table == "account" ? "name" : "fullname", chosen, table != "systemuser");
        }

        var shape = shapes.Of(table);
        return new NumberedTable(
            table,
            shape.PrimaryId,
            shape.PrimaryName,
            chosen.Where(shape.Columns.ContainsKey).ToArray(),
            shape.Columns.ContainsKey(StandardColumns.Owner));
    }

    /// <summary>The columns with numbers that a table of the platform has in every organisation; null for other tables.</summary>
    public static IReadOnlyList<string>? KnownNumbers(string table) => table switch
    {
        "contact" =>
        [
            "mobilephone", "telephone1", "telephone2", "telephone3", "business2", "home2", "callback", "assistantphone", "managerphone",
        ],
        "account" => ["telephone1", "telephone2", "telephone3"],
        "lead" => ["mobilephone", "telephone1", "telephone2", "telephone3"],
        "systemuser" => ["mobilephone", "homephone"],
        _ => null,
    };
}
