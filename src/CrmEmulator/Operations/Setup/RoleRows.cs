using CrmEmulator.Metadata;
using CrmEmulator.Security;
using CrmEmulator.Storage;
using Microsoft.Xrm.Sdk;

namespace CrmEmulator.Operations.Setup;

/// <summary>Roles as rows: one in the root business unit with its privileges, a copy in each other unit.</summary>
internal static class RoleRows
{
    public static void Save(Guid id, string name, Guid? template, IReadOnlyDictionary<string, PrivilegeDepth> privileges, OperationScope scope)
    {
        var table = scope.Catalog.Table("role");
        var isNew = !Rows.Exists(scope.Transaction, table, id);
        var role = PlatformRow.Start(table, id, scope);
        role["name"] = name;
        role["businessunitid"] = new EntityReference("businessunit", scope.Organization.RootBusinessUnitId);
        role["parentrootroleid"] = new EntityReference("role", id);
        role["roletemplateid"] = template;
        PlatformRow.Save(role, scope);
        Replace(id, privileges, scope);
        if (isNew)
        {
            CopyToAll(id, name, scope);
        }
    }

    /// <summary>Gives a role exactly these privileges.</summary>
    public static void Replace(Guid role, IReadOnlyDictionary<string, PrivilegeDepth> privileges, OperationScope scope)
    {
        var clear = scope.Transaction.Connection.Prepare("DELETE FROM roleprivileges WHERE roleid=?");
        clear.Bind(1, role);
        clear.Run();
        foreach (var (name, depth) in privileges)
        {
            Add(role, name, depth, scope);
        }
    }

    public static void Add(Guid role, string name, PrivilegeDepth depth, OperationScope scope)
    {
        var privilege = PrivilegeRows.Ensure(name, scope);
        var old = scope.Transaction.Connection.Prepare("DELETE FROM roleprivileges WHERE roleid=? AND privilegeid=?");
        old.Bind(1, role);
        old.Bind(2, privilege);
        old.Run();
        var table = scope.Catalog.Table("roleprivileges");
        var values = new RowValues(table) { [table.PrimaryKey] = StableId.Of("roleprivilege", role.ToString("D") + privilege.ToString("D")) };
        values["roleid"] = new EntityReference("role", role);
        values["privilegeid"] = new EntityReference("privilege", privilege);
        values["privilegedepthmask"] = (int)depth;
        Rows.Insert(scope.Transaction, values);
        scope.Transaction.SecurityChanged = true;
    }

    public static void CopyToAll(Guid root, string name, OperationScope scope)
    {
        foreach (var unit in Ids("SELECT businessunitid FROM businessunit WHERE businessunitid<>?", scope.Organization.RootBusinessUnitId, scope))
        {
            Copy(root, name, unit, scope);
        }
    }

    public static void CopyAllTo(Guid unit, OperationScope scope)
    {
        foreach (var root in Ids("SELECT roleid FROM role WHERE businessunitid=?", scope.Organization.RootBusinessUnitId, scope))
        {
            Copy(root, Rows.Name(scope.Transaction, scope.Catalog.Table("role"), root) ?? string.Empty, unit, scope);
        }
    }

    private static void Copy(Guid root, string name, Guid unit, OperationScope scope)
    {
        var table = scope.Catalog.Table("role");
        var original = Rows.Read(scope.Transaction, table, root, table.Column("roletemplateid"));
        var copy = PlatformRow.Start(table, RowIds.Next(scope.UtcNow), scope);
        copy["name"] = name;
        copy["businessunitid"] = new EntityReference("businessunit", unit);
        copy["parentroleid"] = new EntityReference("role", root);
        copy["parentrootroleid"] = new EntityReference("role", root);
        copy["roletemplateid"] = original?["roletemplateid"];
        Rows.Insert(scope.Transaction, copy);
        scope.Transaction.SecurityChanged = true;
    }

    private static List<Guid> Ids(string sql, Guid parameter, OperationScope scope)
    {
        var statement = scope.Transaction.Connection.Prepare(sql);
        statement.Bind(1, parameter);
        var ids = new List<Guid>();
        while (statement.Step())
        {
            ids.Add(statement.Guid(0));
        }

        statement.Reset();
        return ids;
    }
}
