using CrmEmulator.Faults;
using CrmEmulator.Metadata;
using CrmEmulator.Operations;
using CrmEmulator.Query.Sql;
using CrmEmulator.Storage;
using Microsoft.Xrm.Sdk;

namespace CrmEmulator.Query;

/// <summary>Runs an aggregate query; more than 50,000 rows to sum up are a fault, as in Dynamics.</summary>
internal sealed class AggregateRunner(OperationScope scope, RowQuery query)
{
    private readonly LinkSql links = new(scope);
    private readonly List<AggregateOutput> outputs = [];

    public EntityCollection Run()
    {
        var main = links.Bind(query);
        foreach (var source in links.Sources)
        {
            foreach (var column in source.Link?.Columns ?? query.Columns)
            {
                outputs.Add(new AggregateOutput(source, column, ColumnExpression.Of(source, column.Name, scope)));
            }
        }

        if (outputs.Count == 0)
        {
            throw Fault.Of(FaultCodes.FetchInvalid, "An aggregate query must ask for at least one attribute.");
        }

        var filters = new FilterSql(scope, links.Sources);
        RefuseTooManyRows(main, filters);
        var sql = new SqlText().Add(query.IsDistinct ? "SELECT DISTINCT " : "SELECT ");
        sql.Add(string.Join(',', outputs.Select(output => output.Sql(scope))));
        WriteFrom(sql, main, filters);
        WriteGroups(sql);
        WriteOrders(sql);
        var size = query.Top is { } top ? Math.Min(top, QueryRunner.MaximumPage) : query.PageSize is > 0 and <= QueryRunner.MaximumPage ? query.PageSize : QueryRunner.MaximumPage;
        sql.Add(" LIMIT ").Value((long)size + 1).Add(" OFFSET ").Value((query.Page - 1L) * size);
        return Read(sql, main, size);
    }

    private EntityCollection Read(SqlText sql, QuerySource main, int size)
    {
        var result = new EntityCollection { EntityName = main.Table.LogicalName };
        var mapper = new EntityMapper(scope);
        var statement = sql.Prepare(scope.Transaction.Connection);
        try
        {
            while (statement.Step())
            {
                if (result.Entities.Count == size)
                {
                    result.MoreRecords = query.Top is null;
                    break;
                }

                var entity = new Entity(main.Table.LogicalName);
                var index = 0;
                foreach (var output in outputs)
                {
                    output.Read(statement, ref index, entity, mapper);
                }

                result.Entities.Add(entity);
            }
        }
        finally
        {
            statement.Reset();
        }

        return result;
    }

    private void RefuseTooManyRows(QuerySource main, FilterSql filters)
    {
        var limit = scope.Organization.Options.AggregateLimit;
        var sql = new SqlText().Add("SELECT count(*) FROM (SELECT 1");
        WriteFrom(sql, main, filters);
        sql.Add(" LIMIT ").Value(limit + 1L).Add(")");
        var statement = sql.Prepare(scope.Transaction.Connection);
        statement.Step();
        var rows = statement.Long(0);
        statement.Reset();
        if (rows > limit)
        {
            throw Fault.Of(FaultCodes.AggregateLimit, "The maximum record limit is exceeded. Reduce the number of records.");
        }
    }

    private void WriteFrom(SqlText sql, QuerySource main, FilterSql filters)
    {
        sql.Add(" FROM ").Add(SqlNames.Of(main.Table)).Add(" AS ").Add(main.SqlName);
        links.WriteJoins(sql, main, filters);
        sql.Add(" WHERE ");
        filters.Write(sql, query.Filter, main);
        var access = new SqlText();
        if (AccessSql.Write(access, main, scope))
        {
            sql.Add(" AND ").Add(access);
        }

        links.WriteExistence(sql, main, filters);
    }

    private void WriteGroups(SqlText sql)
    {
        var groups = outputs.Where(output => output.Column.IsGroup).SelectMany(output => output.GroupSql(scope)).ToList();
        if (groups.Count > 0)
        {
            sql.Add(" GROUP BY ").Add(string.Join(',', groups));
        }
    }

    private void WriteOrders(SqlText sql)
    {
        var orders = query.Orders.Concat(links.Sources.Where(source => source.Link is not null).SelectMany(source => source.Link!.Orders)).Select(order =>
        {
            var output = outputs.FirstOrDefault(one => one.Column.Alias == (order.Alias ?? order.Column))
                ?? throw Fault.Of(FaultCodes.FetchInvalid, $"An aggregate query can only be ordered by an alias; '{order.Alias ?? order.Column}' is none.");
            return output.OrderSql(scope, query.OrdersByRawValue) + (order.IsDescending ? " DESC" : string.Empty);
        }).ToList();
        if (orders.Count > 0)
        {
            sql.Add(" ORDER BY ").Add(string.Join(',', orders));
        }
    }
}
