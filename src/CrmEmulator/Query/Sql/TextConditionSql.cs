using System.Globalization;
using CrmEmulator.Metadata;
using CrmEmulator.Operations;
using CrmEmulator.Storage;
using Microsoft.Xrm.Sdk.Query;

namespace CrmEmulator.Query.Sql;

/// <summary>Writes like, begins-with, contains … and the conditions on lists of choices.</summary>
internal static class TextConditionSql
{
    public static bool Write(SqlText sql, ColumnExpression expression, QueryCondition condition, OperationScope scope)
    {
        if (condition.Operator is ConditionOperator.ContainValues or ConditionOperator.DoesNotContainValues && expression.Column.Kind == ColumnKind.Choices)
        {
            WriteChoices(sql, expression, condition);
            return true;
        }

        var text = condition.Values.Count == 1 ? Convert.ToString(condition.Values[0], CultureInfo.InvariantCulture) : null;
        if (text is null)
        {
            return false;
        }

        var (pattern, negated) = condition.Operator switch
        {
            ConditionOperator.Like => (text, false),
            ConditionOperator.NotLike => (text, true),
            ConditionOperator.BeginsWith => (LikePattern.Escape(text) + "%", false),
            ConditionOperator.DoesNotBeginWith => (LikePattern.Escape(text) + "%", true),
            ConditionOperator.EndsWith => ("%" + LikePattern.Escape(text), false),
            ConditionOperator.DoesNotEndWith => ("%" + LikePattern.Escape(text), true),
            ConditionOperator.Contains => ("%" + LikePattern.Escape(text) + "%", false),
            ConditionOperator.DoesNotContain => ("%" + LikePattern.Escape(text) + "%", true),
            _ => (null, false),
        };
        if (pattern is null)
        {
            return false;
        }

        var operand = Operand(expression, scope);
        if (negated)
        {
            sql.Add("(NOT crm_like(").Add(operand).Add(",").Value(pattern).Add(") OR ").Add(operand).Add(" IS NULL)");
            return true;
        }

        var prefix = Prefix(pattern);
        if (prefix.Length > 0 && expression.Column.IsText)
        {
            sql.Add(operand).Add(">=").Value(prefix).Add(" AND ").Add(operand).Add("<").Value(prefix + char.ConvertFromUtf32(0x10FFFF)).Add(" AND ");
        }

        sql.Add("crm_like(").Add(operand).Add(",").Value(pattern).Add(")");
        return true;
    }

    /// <summary>Text is matched on what people read: the label behind a choice, the name behind a lookup.</summary>
    private static string Operand(ColumnExpression expression, OperationScope scope)
    {
        if (expression.Column.IsText)
        {
            return expression.Sql;
        }

        return expression.Column.IsLookup ? expression.OrderSql(scope, raw: false) : $"cast({expression.Sql} AS TEXT)";
    }

    /// <summary>The plain beginning of a pattern, by which an index can be used.</summary>
    private static string Prefix(string pattern)
    {
        var end = pattern.AsSpan().IndexOfAny('%', '_', '[');
        return (end < 0 ? pattern : pattern[..end]).TrimEnd(' ');
    }

    private static void WriteChoices(SqlText sql, ColumnExpression expression, QueryCondition condition)
    {
        var negated = condition.Operator == ConditionOperator.DoesNotContainValues;
        sql.Add(negated ? "(NOT (" : "(");
        for (var index = 0; index < condition.Values.Count; index++)
        {
            sql.Add(index == 0 ? string.Empty : " OR ").Add("instr(").Add(expression.Sql).Add(",").Value("," + Convert.ToString(condition.Values[index], CultureInfo.InvariantCulture) + ",").Add(")>0");
        }

        sql.Add(negated ? ") OR " + expression.Sql + " IS NULL)" : ")");
    }
}
