using CrmEmulator.Metadata;
using CrmEmulator.Security;
using Newtonsoft.Json.Linq;

namespace CrmEmulator.AppShell;

/// <summary>What the caller may do with one row, for rules of the ribbon and forms that are read-only.</summary>
internal static class AccessJson
{
    public static JObject Write(ShellCaller caller, string name, Guid id)
    {
        var table = caller.Catalog.Table(name);
        using var transaction = caller.Organization.Store.BeginRead();
        return new JObject(PrivilegeNames.Actions.Where(action => action != PrivilegeAction.Create).Select(action => new JProperty(action.ToString(), May(caller, table, id, action, transaction))));
    }

    private static bool May(ShellCaller caller, TableDefinition table, Guid id, PrivilegeAction action, Storage.StoreTransaction transaction)
    {
        var grant = caller.Access.For(table, action);
        return grant.Depth != PrivilegeDepth.None && (grant.IsGlobal || AccessCheck.Reaches(transaction, caller.Access, table, id, action, grant));
    }
}

/// <summary>How two tables are related, for sub-grids.</summary>
internal static class RelationshipJson
{
    public static JObject? Write(MetadataCatalog catalog, string name)
    {
        if (catalog.FindOneToMany(name) is { } one)
        {
            return new JObject { ["kind"] = "OneToMany", ["one"] = one.ReferencedTable, ["many"] = one.ReferencingTable, ["column"] = one.ReferencingColumn };
        }

        return catalog.FindManyToMany(name) is not { } many ? null : new JObject
        {
            ["kind"] = "ManyToMany",
            ["name"] = many.SchemaName,
            ["intersect"] = many.IntersectTable,
            ["first"] = many.FirstTable,
            ["firstColumn"] = many.FirstColumn,
            ["second"] = many.SecondTable,
            ["secondColumn"] = many.SecondColumn,
        };
    }
}
