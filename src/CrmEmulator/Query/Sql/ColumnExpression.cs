using CrmEmulator.Faults;
using CrmEmulator.Metadata;
using CrmEmulator.Operations;
using CrmEmulator.Security;
using CrmEmulator.Storage;

namespace CrmEmulator.Query.Sql;

/// <summary>
/// A column in SQL. Besides real columns there are the platform's «…name» columns: the name behind a lookup, the label
/// behind a choice. A secured column is null for those who may not read it.
/// </summary>
internal sealed record ColumnExpression(ColumnDefinition Column, string Sql, string? TypeSql)
{
    public static ColumnExpression Of(QuerySource source, string name, OperationScope scope)
    {
        var column = source.Table.FindColumn(name);
        if (column is null)
        {
            return NameColumn(source, name, scope) ?? throw Fault.ColumnUnknown(source.Table.LogicalName, name);
        }

        if (!column.IsStored)
        {
            return new ColumnExpression(column, "NULL", null);
        }

        if (column.IsSecured && !scope.IsSystem && !scope.Access.MayUseColumn(source.Table, column, PrivilegeAction.Read))
        {
            return new ColumnExpression(column, "NULL", column.HasTypeColumn ? "NULL" : null);
        }

        return new ColumnExpression(column, $"{source.SqlName}.{SqlNames.Quote(name)}", column.HasTypeColumn ? $"{source.SqlName}.{SqlNames.Quote(column.TypeColumnName)}" : null);
    }

    /// <summary>What rows are sorted by: names for lookups, labels for choices, the value itself for the rest.</summary>
    public string OrderSql(OperationScope scope, bool raw)
    {
        if (raw || Sql == "NULL")
        {
            return Sql;
        }

        if (Column.IsLookup)
        {
            return NameSql(this, scope);
        }

        if (Column.IsOption && Column.OptionSet is { Options.Count: > 0 } set)
        {
            var language = scope.Language;
            var ranked = set.Options.OrderBy(option => option.Labels.In(language), StringComparer.OrdinalIgnoreCase).Select((option, rank) => $"WHEN {option.Value} THEN {rank}");
            return $"CASE {Sql} {string.Join(' ', ranked)} END";
        }

        return Sql;
    }

    /// <summary>Sorting by the column's own value, so that a cookie can say where a page ended.</summary>
    public bool IsPlainOrder => !Column.IsLookup && !Column.IsOption;

    private static ColumnExpression? NameColumn(QuerySource source, string name, OperationScope scope)
    {
        if (!name.EndsWith("name", StringComparison.Ordinal) || source.Table.FindColumn(name[..^4]) is not { } column)
        {
            return null;
        }

        var inner = Of(source, column.LogicalName, scope);
        var text = new ColumnDefinition { LogicalName = name, SchemaName = name, Kind = ColumnKind.Text };
        if (column.IsLookup)
        {
            return new ColumnExpression(text, NameSql(inner, scope), null);
        }

        if (column.OptionSet is not { } set || !(column.IsOption || column.Kind == ColumnKind.Boolean))
        {
            return null;
        }

        var labels = set.Options.Select(option => $"WHEN {option.Value} THEN '{option.Labels.In(scope.Language).Replace("'", "''")}'");
        return new ColumnExpression(text, $"(CASE {inner.Sql} {string.Join(' ', labels)} END COLLATE {TextOrder.Collation})", null);
    }

    private static string NameSql(ColumnExpression lookup, OperationScope scope)
    {
        var names = lookup.Column.Targets
            .Select(target => scope.Catalog.FindTable(target))
            .Where(table => table?.PrimaryName is not null)
            .Select(table => $"(SELECT n.{SqlNames.Quote(table!.PrimaryName!.LogicalName)} FROM {SqlNames.Of(table)} n WHERE n.{SqlNames.Quote(table.PrimaryKey.LogicalName)}={lookup.Sql})")
            .ToList();
        var sql = names.Count switch
        {
            0 => "NULL",
            1 => names[0],
            _ => $"coalesce({string.Join(',', names)})",
        };
        return $"({sql} COLLATE {TextOrder.Collation})";
    }
}
