using CrmEmulator.Metadata;
using CrmEmulator.Security;
using CrmEmulator.Storage;

namespace CrmEmulator.Operations.Setup;

/// <summary>Privileges as rows; their ids follow from their names.</summary>
internal static class PrivilegeRows
{
    /// <summary>All privileges of all tables.</summary>
    public static void EnsureAll(OperationScope scope)
    {
        foreach (var table in scope.Catalog.Tables.Where(table => table.PrivilegeName is not null))
        {
            foreach (var action in PrivilegeNames.For(table))
            {
                Ensure(PrivilegeNames.Of(table, action), scope);
            }
        }
    }

    public static Guid Ensure(string name, OperationScope scope)
    {
        var id = PrivilegeNames.IdOf(name);
        var table = scope.Catalog.Table("privilege");
        if (!Rows.Exists(scope.Transaction, table, id))
        {
            var values = new RowValues(table) { [table.PrimaryKey] = id };
            values["name"] = name;
            values["accessright"] = (int)PrivilegeNames.Split(name).Action;
            foreach (var level in new[] { "canbebasic", "canbelocal", "canbedeep", "canbeglobal" })
            {
                values[level] = true;
            }

            Rows.Insert(scope.Transaction, values);
        }

        return id;
    }

    /// <summary>What a standard role gives: the depth for everything that people own, reading for the rest.</summary>
    public static SortedDictionary<string, PrivilegeDepth> Standard(MetadataCatalog catalog, Func<TableDefinition, PrivilegeAction, PrivilegeDepth> depth)
    {
        var privileges = new SortedDictionary<string, PrivilegeDepth>(StringComparer.OrdinalIgnoreCase);
        foreach (var table in catalog.Tables.Where(table => table.PrivilegeName is not null))
        {
            foreach (var action in PrivilegeNames.For(table))
            {
                if (depth(table, action) is var given and not PrivilegeDepth.None)
                {
                    privileges[PrivilegeNames.Of(table, action)] = given;
                }
            }
        }

        return privileges;
    }
}
