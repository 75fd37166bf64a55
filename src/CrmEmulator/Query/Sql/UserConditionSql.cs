using CrmEmulator.Faults;
using CrmEmulator.Operations;
using CrmEmulator.Storage;
using Microsoft.Xrm.Sdk.Query;

namespace CrmEmulator.Query.Sql;

/// <summary>Writes conditions about the caller and about hierarchies.</summary>
internal static class UserConditionSql
{
    public static bool Write(SqlText sql, QuerySource source, ColumnExpression expression, QueryCondition condition, OperationScope scope)
    {
        if (!expression.Column.IsGuid)
        {
            if (condition.Operator == ConditionOperator.EqualUserLanguage)
            {
                sql.Add(expression.Sql).Add("=").Value((long)scope.Language);
                return true;
            }

            return false;
        }

        var operand = expression.Sql;
        switch (condition.Operator)
        {
            case ConditionOperator.EqualUserId:
                sql.Add(operand).Add("=").Value(scope.CallerId);
                return true;
            case ConditionOperator.NotEqualUserId:
                sql.Add("(").Add(operand).Add("<>").Value(scope.CallerId).Add(" OR ").Add(operand).Add(" IS NULL)");
                return true;
            case ConditionOperator.EqualUserTeams:
                sql.Add(operand).Add(" IN ").Values(scope.Access.Teams);
                return true;
            case ConditionOperator.EqualUserOrUserTeams:
                sql.Add(operand).Add(" IN ").Values(scope.Access.Principals);
                return true;
            case ConditionOperator.EqualUserOrUserHierarchy:
                WriteReports(sql, operand, scope);
                return true;
            case ConditionOperator.EqualUserOrUserHierarchyAndTeams:
                sql.Add("(");
                WriteReports(sql, operand, scope);
                sql.Add(" OR ").Add(operand).Add(" IN ").Values(scope.Access.Teams).Add(")");
                return true;
            case ConditionOperator.EqualBusinessId:
                sql.Add(operand).Add("=").Value(scope.Access.BusinessUnitId);
                return true;
            case ConditionOperator.NotEqualBusinessId:
                sql.Add("(").Add(operand).Add("<>").Value(scope.Access.BusinessUnitId).Add(" OR ").Add(operand).Add(" IS NULL)");
                return true;
            case ConditionOperator.Under or ConditionOperator.UnderOrEqual or ConditionOperator.NotUnder or ConditionOperator.Above or ConditionOperator.AboveOrEqual:
                WriteHierarchy(sql, source, operand, condition, scope);
                return true;
            default:
                return false;
        }
    }

    private static void WriteReports(SqlText sql, string operand, OperationScope scope) => sql
        .Add(operand)
        .Add(" IN (WITH RECURSIVE h(id) AS (SELECT ").Value(scope.CallerId)
        .Add(" UNION SELECT u.systemuserid FROM systemuser u JOIN h ON u.parentsystemuserid=h.id) SELECT id FROM h)");

    private static void WriteHierarchy(SqlText sql, QuerySource source, string operand, QueryCondition condition, OperationScope scope)
    {
        var table = source.Table;
        var column = table.Column(condition.Column);
        if (column != table.PrimaryKey && column.IsLookup)
        {
            table = scope.Catalog.Table(column.Targets[0]);
        }

        var relationship = scope.Catalog.ChildrenOf(table.LogicalName).FirstOrDefault(one => one.IsHierarchical && one.ReferencingTable == table.LogicalName && one.ReferencingColumn.StartsWith("parent", StringComparison.Ordinal))
            ?? throw Fault.Of(FaultCodes.QueryInvalidCondition, $"The condition operator {condition.Operator} needs a hierarchical relationship, and '{table.LogicalName}' has none.");
        var start = ConditionValue.Of(table.PrimaryKey, condition.Values.Count == 1 ? condition.Values[0] : null, scope);
        var key = SqlNames.Quote(table.PrimaryKey.LogicalName);
        var parent = SqlNames.Quote(relationship.ReferencingColumn);
        var upwards = condition.Operator is ConditionOperator.Above or ConditionOperator.AboveOrEqual;
        var includesStart = condition.Operator is ConditionOperator.UnderOrEqual or ConditionOperator.AboveOrEqual;
        sql.Add(condition.Operator == ConditionOperator.NotUnder ? $"({operand} IS NULL OR {operand} NOT IN (" : $"({operand} IN (")
            .Add("WITH RECURSIVE h(id) AS (SELECT ").Value(start)
            .Add(upwards
                ? $" UNION SELECT x.{parent} FROM {SqlNames.Of(table)} x JOIN h ON x.{key}=h.id WHERE x.{parent} IS NOT NULL)"
                : $" UNION SELECT x.{key} FROM {SqlNames.Of(table)} x JOIN h ON x.{parent}=h.id)")
            .Add(" SELECT id FROM h");
        if (!includesStart)
        {
            sql.Add(" WHERE id<>").Value(start);
        }

        sql.Add("))");
    }
}
