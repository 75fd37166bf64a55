using CrmEmulator.Faults;
using CrmEmulator.Metadata;
using CrmEmulator.Operations;
using CrmEmulator.Storage;
using Microsoft.Xrm.Sdk.Query;

namespace CrmEmulator.Query.Sql;

/// <summary>Writes one condition.</summary>
internal sealed class ConditionSql(OperationScope scope)
{
    public void Write(SqlText sql, QuerySource source, QueryCondition condition)
    {
        var expression = ColumnExpression.Of(source, condition.Column, scope);
        var column = expression.Column;
        if (!column.IsStored)
        {
            throw Unsupported(condition, "on a party list");
        }

        if (condition.OtherColumn is { } other)
        {
            sql.Add(expression.Sql).Add(Comparison(condition.Operator) ?? throw Unsupported(condition, "between columns")).Add(ColumnExpression.Of(source, other, scope).Sql);
        }
        else if (!WriteComparison(sql, expression, condition)
            && !TextConditionSql.Write(sql, expression, condition, scope)
            && !UserConditionSql.Write(sql, source, expression, condition, scope)
            && !WriteDate(sql, expression, condition))
        {
            throw Unsupported(condition, $"on a column of type {column.Kind}");
        }
    }

    private bool WriteComparison(SqlText sql, ColumnExpression expression, QueryCondition condition)
    {
        var column = expression.Column;
        switch (condition.Operator)
        {
            case ConditionOperator.Null:
                sql.Add(expression.Sql).Add(" IS NULL");
                return true;
            case ConditionOperator.NotNull:
                sql.Add(expression.Sql).Add(" IS NOT NULL");
                return true;
            case ConditionOperator.Equal:
                sql.Add(expression.Sql).Add("=").Value(Single(condition, column));
                return true;
            case ConditionOperator.NotEqual:
                sql.Add("(").Add(expression.Sql).Add("<>").Value(Single(condition, column)).Add(" OR ").Add(expression.Sql).Add(" IS NULL)");
                return true;
            case ConditionOperator.GreaterThan or ConditionOperator.GreaterEqual or ConditionOperator.LessThan or ConditionOperator.LessEqual:
                RefuseOrder(column, condition);
                sql.Add(expression.Sql).Add(Comparison(condition.Operator)!).Value(Single(condition, column));
                return true;
            case ConditionOperator.In:
                sql.Add(expression.Sql).Add(" IN ").Values(All(condition, column));
                return true;
            case ConditionOperator.NotIn:
                sql.Add("(").Add(expression.Sql).Add(" NOT IN ").Values(All(condition, column)).Add(" OR ").Add(expression.Sql).Add(" IS NULL)");
                return true;
            case ConditionOperator.Between or ConditionOperator.NotBetween:
                RefuseOrder(column, condition);
                var bounds = All(condition, column);
                if (bounds.Count != 2)
                {
                    throw Fault.Argument($"The condition operator {condition.Operator} on '{condition.Column}' needs two values.");
                }

                sql.Add(expression.Sql).Add(condition.Operator == ConditionOperator.Between ? " BETWEEN " : " NOT BETWEEN ").Value(bounds[0]).Add(" AND ").Value(bounds[1]);
                return true;
            default:
                return false;
        }
    }

    private bool WriteDate(SqlText sql, ColumnExpression expression, QueryCondition condition)
    {
        if (expression.Column.Kind != ColumnKind.DateTime || DateRange.Of(condition.Operator, condition.Values, expression.Column.IsDateOnly, scope) is not { } range)
        {
            return false;
        }

        sql.Add(range.IsNegated ? "NOT (" : "(");
        if (range.From is { } from)
        {
            sql.Add(expression.Sql).Add(">=").Value(CrmDate.ToSeconds(from));
        }

        if (range.To is { } to)
        {
            sql.Add(range.From is null ? string.Empty : " AND ").Add(expression.Sql).Add("<").Value(CrmDate.ToSeconds(to));
        }

        sql.Add(")");
        return true;
    }

    private object Single(QueryCondition condition, ColumnDefinition column)
    {
        if (condition.Values.Count != 1)
        {
            throw Fault.Argument($"The condition operator {condition.Operator} on '{condition.Column}' needs one value, got {condition.Values.Count}.");
        }

        return ConditionValue.Of(column, condition.Values[0], scope);
    }

    private List<object> All(QueryCondition condition, ColumnDefinition column) =>
        [.. condition.Values.Select(value => ConditionValue.Of(column, value, scope))];

    private static void RefuseOrder(ColumnDefinition column, QueryCondition condition)
    {
        if (column.IsGuid || column.Kind == ColumnKind.Boolean)
        {
            throw Unsupported(condition, $"on a column of type {column.Kind}");
        }
    }

    private static string? Comparison(ConditionOperator one) => one switch
    {
        ConditionOperator.Equal => "=",
        ConditionOperator.NotEqual => "<>",
        ConditionOperator.GreaterThan => ">",
        ConditionOperator.GreaterEqual => ">=",
        ConditionOperator.LessThan => "<",
        ConditionOperator.LessEqual => "<=",
        _ => null,
    };

    private static Exception Unsupported(QueryCondition condition, string where) => Fault.Of(
        FaultCodes.QueryInvalidCondition,
        $"The condition operator '{FetchOperators.NameOf(condition.Operator) ?? condition.Operator.ToString()}' is not supported {where} ('{condition.Column}').");
}
