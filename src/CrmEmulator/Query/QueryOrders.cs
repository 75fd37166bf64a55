using CrmEmulator.Faults;
using CrmEmulator.Metadata;
using CrmEmulator.Operations;
using CrmEmulator.Query.Sql;
using CrmEmulator.Storage;

namespace CrmEmulator.Query;

/// <summary>The order of a query's rows; the primary key always decides last, so that pages do not overlap.</summary>
internal sealed class QueryOrders
{
    private readonly List<(string Sql, bool IsDescending)> orders = [];
    private readonly List<ColumnExpression> columns = [];
    private readonly List<bool> directions = [];

    /// <summary>All orders are on values of the main table itself, so that a cookie can say where a page ended.</summary>
    public bool SupportsCookie { get; private set; } = true;

    public IReadOnlyList<ColumnExpression> Columns => columns;

    public bool IsDescending(int index) => directions[index];

    public static QueryOrders Of(RowQuery query, QuerySource main, IReadOnlyList<QuerySource> sources, OperationScope scope)
    {
        var result = new QueryOrders { SupportsCookie = !query.IsDistinct };
        foreach (var order in query.Orders)
        {
            var source = order.Link is null
                ? main
                : sources.FirstOrDefault(one => one.Alias == order.Link) ?? throw Fault.Of(FaultCodes.QueryInvalidLink, $"Could not find the link '{order.Link}' of an order.");
            result.Add(source, order, query, scope, isMain: source == main);
        }

        foreach (var source in sources.Where(source => source.Link is not null))
        {
            foreach (var order in source.Link!.Orders)
            {
                result.Add(source, order, query, scope, isMain: false);
            }
        }

        if (!query.IsDistinct && query.Orders.All(order => order.Column != main.Table.PrimaryKey.LogicalName || order.Link is not null))
        {
            result.Add(main, new QueryOrder(main.Table.PrimaryKey.LogicalName, false), query, scope, isMain: true);
        }

        return result;
    }

    public void Write(SqlText sql, RowQuery query)
    {
        if (orders.Count > 0)
        {
            sql.Add(" ORDER BY ").Add(string.Join(',', orders.Select(order => order.IsDescending ? order.Sql + " DESC" : order.Sql)));
        }
    }

    /// <summary>The order values, selected once more for the cookie.</summary>
    public string CookieColumns(bool isDistinct) =>
        SupportsCookie && !isDistinct ? string.Concat(columns.Select(column => "," + column.Sql)) : string.Empty;

    public object?[] ReadCookieValues(Statement statement, ref int index)
    {
        var values = new object?[columns.Count];
        for (var at = 0; at < values.Length; at++, index++)
        {
            values[at] = statement.IsNull(index) ? null
                : columns[at].Column.IsGuid ? statement.Guid(index)
                : columns[at].Column.IsText ? statement.Text(index)
                : columns[at].Column.Kind == ColumnKind.Double ? statement.Double(index)
                : statement.Long(index);
        }

        return values;
    }

    private void Add(QuerySource source, QueryOrder order, RowQuery query, OperationScope scope, bool isMain)
    {
        var expression = ColumnExpression.Of(source, order.Column, scope);
        orders.Add((expression.OrderSql(scope, query.OrdersByRawValue), order.IsDescending));
        columns.Add(expression);
        directions.Add(order.IsDescending);
        SupportsCookie &= isMain && (expression.IsPlainOrder || query.OrdersByRawValue) && expression.Column.Kind != ColumnKind.Memo;
    }
}
