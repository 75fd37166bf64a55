using CrmEmulator.Faults;
using CrmEmulator.Metadata;
using CrmEmulator.Operations;
using CrmEmulator.Query.Sql;

namespace CrmEmulator.Query;

/// <summary>Works out what a query gives.</summary>
internal static class QueryOutputs
{
    public static List<QueryOutput> Of(RowQuery query, QuerySource main, LinkSql links, OperationScope scope)
    {
        var outputs = new List<QueryOutput>();
        var key = main.Table.PrimaryKey;
        if (!query.IsDistinct || query.AllColumns || query.Columns.Any(column => column.Name == key.LogicalName))
        {
            outputs.Add(new QueryOutput(main, ColumnExpression.Of(main, key.LogicalName, scope), key.LogicalName));
        }

        foreach (var column in Asked(main.Table, query.AllColumns, query.Columns).Where(column => column.Name != key.LogicalName || column.Alias is not null))
        {
            if (main.Table.FindColumn(column.Name) is { Kind: ColumnKind.PartyList })
            {
                continue;
            }

            outputs.Add(new QueryOutput(main, ColumnExpression.Of(main, column.Name, scope), column.Alias ?? column.Name) { IsAliased = column.Alias is not null });
        }

        if (main.Table.Version is { } version && !query.IsDistinct && outputs.All(output => output.Column != version))
        {
            outputs.Add(new QueryOutput(main, ColumnExpression.Of(main, version.LogicalName, scope), version.LogicalName) { IsHidden = true });
        }

        foreach (var source in links.Sources.Where(source => source.Link is not null))
        {
            foreach (var column in Asked(source.Table, source.Link!.AllColumns, source.Link.Columns))
            {
                outputs.Add(new QueryOutput(source, ColumnExpression.Of(source, column.Name, scope), column.Alias ?? source.Alias + "." + column.Name) { IsAliased = true });
            }
        }

        if (outputs.GroupBy(output => output.Key).FirstOrDefault(group => group.Count() > 1 && group.Any(output => output.IsAliased)) is { } twice)
        {
            throw Fault.Of(FaultCodes.QueryInvalidAlias, $"The alias '{twice.Key}' stands for more than one value.");
        }

        return [.. outputs.DistinctBy(output => output.Key)];
    }

    /// <summary>The party lists asked for; they are read row by row.</summary>
    public static List<ColumnDefinition> PartyLists(RowQuery query, TableDefinition table) => table.PartyLists.Count == 0
        ? []
        : [.. table.PartyLists.Where(list => query.AllColumns || query.Columns.Any(column => column.Name == list.LogicalName))];

    private static IEnumerable<QueryColumn> Asked(TableDefinition table, bool all, List<QueryColumn> columns) => all
        ? table.Columns.Where(column => column.ValidForRead && column.IsStored).Select(column => new QueryColumn(column.LogicalName))
        : columns;
}
