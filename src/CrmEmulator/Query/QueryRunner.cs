using System.Globalization;
using CrmEmulator.Faults;
using CrmEmulator.Metadata;
using CrmEmulator.Operations;
using CrmEmulator.Query.Sql;
using CrmEmulator.Storage;
using Microsoft.Xrm.Sdk;

namespace CrmEmulator.Query;

/// <summary>Runs a query: translates it to SQL, reads a page, maps it to entities.</summary>
internal sealed class QueryRunner(OperationScope scope, RowQuery query)
{
    /// <summary>The platform gives no more rows at once.</summary>
    public const int MaximumPage = 5000;

    private const int MaximumTotal = 5000;
    private const int MaximumWithoutCookie = 50_000;

    private readonly LinkSql links = new(scope);

    public static EntityCollection Run(OperationScope scope, RowQuery query)
    {
        FilterSql.RefuseTooMany(query);
        return query.IsAggregate ? new AggregateRunner(scope, query).Run() : new QueryRunner(scope, query).Run();
    }

    private EntityCollection Run()
    {
        var main = links.Bind(query);
        var outputs = QueryOutputs.Of(query, main, links, scope);
        if (outputs.Count == 0)
        {
            throw Fault.Of(FaultCodes.QueryInvalidCondition, "A distinct query must ask for at least one column.");
        }

        var orders = QueryOrders.Of(query, main, links.Sources, scope);
        var size = query.Top is { } top ? Math.Min(top, MaximumPage) : query.PageSize is > 0 and <= MaximumPage ? query.PageSize : MaximumPage;
        var cookie = orders.SupportsCookie ? PagingCookie.Parse(query.Cookie) : null;
        var seeks = cookie is not null && cookie.Page == query.Page - 1 && cookie.Matches(orders);
        if (!seeks && (long)(query.Page - 1) * size >= MaximumWithoutCookie)
        {
            throw Fault.Of(FaultCodes.QueryInvalidPaging, "Paging cookie is required when trying to retrieve a set of records on any high pages.");
        }

        var filters = new FilterSql(scope, links.Sources);
        var sql = new SqlText().Add(query.IsDistinct ? "SELECT DISTINCT " : "SELECT ");
        sql.Add(string.Join(',', outputs.Select(Selected)));
        sql.Add(orders.CookieColumns(query.IsDistinct));
        WriteFrom(sql, main, filters);
        if (seeks)
        {
            cookie!.WriteSeek(sql, orders);
        }

        orders.Write(sql, query);
        sql.Add(" LIMIT ").Value((long)size + 1).Add(" OFFSET ").Value(seeks ? 0L : (query.Page - 1L) * size);

        var result = new EntityCollection { EntityName = main.Table.LogicalName };
        Read(sql, outputs, orders, size, result);
        if (query.ReturnsTotal)
        {
            CountAll(main, filters, outputs, result);
        }

        return result;
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

    private void Read(SqlText sql, List<QueryOutput> outputs, QueryOrders orders, int size, EntityCollection result)
    {
        var mapper = new EntityMapper(scope);
        var parties = QueryOutputs.PartyLists(query, scope.Catalog.Table(query.Table));
        PagingCookie? written = null;
        var statement = sql.Prepare(scope.Transaction.Connection);
        try
        {
            while (statement.Step())
            {
                if (result.Entities.Count == size)
                {
                    result.MoreRecords = query.Top is null || query.Top > size;
                    break;
                }

                var index = 0;
                var entity = ReadRow(statement, ref index, outputs, mapper);
                if (orders.SupportsCookie)
                {
                    var last = orders.ReadCookieValues(statement, ref index);
                    written = new PagingCookie(query.Page, written?.First ?? last, last);
                }

                result.Entities.Add(entity);
            }
        }
        finally
        {
            statement.Reset();
        }

        if (parties.Count > 0)
        {
            foreach (var entity in result.Entities)
            {
                ActivityParties.Read(entity, parties, mapper, scope.Transaction);
            }
        }

        result.PagingCookie = written?.Write(orders) ?? string.Empty;
    }

    private Entity ReadRow(Statement statement, ref int index, List<QueryOutput> outputs, EntityMapper mapper)
    {
        var entity = new Entity(query.Table);
        foreach (var output in outputs)
        {
            var value = ValueCodec.Read(statement, ref index, output.Column);
            if (value is null)
            {
                continue;
            }

            if (output.IsAliased)
            {
                mapper.PutAliased(entity, output.Key, output.Source.Table, output.Column, value);
                continue;
            }

            if (output.Column == output.Source.Table.PrimaryKey)
            {
                entity.Id = (Guid)value;
            }
            else if (output.Column == output.Source.Table.Version)
            {
                entity.RowVersion = ((long)value).ToString(CultureInfo.InvariantCulture);
            }

            if (!output.IsHidden)
            {
                mapper.Put(entity, output.Column, value);
            }
        }

        return entity;
    }

    private void CountAll(QuerySource main, FilterSql filters, List<QueryOutput> outputs, EntityCollection result)
    {
        var sql = new SqlText().Add("SELECT count(*) FROM (SELECT ").Add(query.IsDistinct ? "DISTINCT " + string.Join(',', outputs.Select(Selected)) : "1");
        WriteFrom(sql, main, filters);
        sql.Add(" LIMIT ").Value(MaximumTotal + 1L).Add(")");
        var statement = sql.Prepare(scope.Transaction.Connection);
        statement.Step();
        var total = (int)statement.Long(0);
        statement.Reset();
        result.TotalRecordCount = Math.Min(total, MaximumTotal);
        result.TotalRecordCountLimitExceeded = total > MaximumTotal;
    }

    private static string Selected(QueryOutput output) =>
        output.Expression.TypeSql is { } type ? output.Expression.Sql + "," + type : output.Expression.Sql;
}
