using CrmEmulator.Metadata;
using CrmEmulator.Operations;
using CrmEmulator.Security;
using CrmEmulator.Storage;

namespace CrmEmulator.Query.Sql;

/// <summary>Keeps rows out of reach of the caller's read privilege out of the result.</summary>
internal static class AccessSql
{
    /// <summary>True when a predicate was written; a caller without the privilege is refused.</summary>
    public static bool Write(SqlText sql, QuerySource source, OperationScope scope)
    {
        var table = source.Table;
        var grant = AccessCheck.RequirePrivilege(scope, table, PrivilegeAction.Read);
        if (grant.IsGlobal)
        {
            return false;
        }

        var access = scope.Access;
        var name = source.SqlName;
        sql.Add("(");
        var first = true;
        void Or()
        {
            sql.Add(first ? string.Empty : " OR ");
            first = false;
        }

        if (table.Owner is not null)
        {
            Or();
            sql.Add(name + ".\"ownerid\" IN ").Values(access.Principals);
        }

        if (table.LogicalName == "systemuser")
        {
            Or();
            sql.Add(name + ".\"systemuserid\"=").Value(access.UserId);
        }

        if (table.BusinessUnit is { } unit && grant.BusinessUnits.Count > 0)
        {
            Or();
            sql.Add($"{name}.{SqlNames.Quote(unit.LogicalName)} IN ").Values(grant.BusinessUnits);
        }

        Or();
        sql.Add($"EXISTS (SELECT 1 FROM principalobjectaccess poa WHERE poa.objectid={name}.{SqlNames.Quote(table.PrimaryKey.LogicalName)} AND poa.principalid IN ").Values(access.Principals).Add(" AND (poa.accessrightsmask & 1)=1)");
        sql.Add(")");
        return true;
    }
}
