using CrmEmulator.Faults;
using CrmEmulator.Operations;
using CrmEmulator.Storage;
using Microsoft.Xrm.Sdk.Query;

namespace CrmEmulator.Query.Sql;

/// <summary>Binds links to tables and writes the joins.</summary>
internal sealed class LinkSql(OperationScope scope)
{
    /// <summary>All tables of the query, the main one first.</summary>
    public List<QuerySource> Sources { get; } = [];

    public QuerySource Bind(RowQuery query)
    {
        var main = new QuerySource("t0", scope.Catalog.Table(query.Table), null);
        Sources.Add(main);
        BindLinks(main, query.Links);
        return main;
    }

    public void WriteJoins(SqlText sql, QuerySource source, FilterSql filters)
    {
        foreach (var child in source.Children.Where(child => !IsExistence(child)))
        {
            WriteJoin(sql, source, child, filters);
        }
    }

    /// <summary>Links that only ask whether there is such a row.</summary>
    public void WriteExistence(SqlText sql, QuerySource source, FilterSql filters)
    {
        foreach (var child in source.Children)
        {
            if (IsExistence(child))
            {
                sql.Add(" AND EXISTS (SELECT 1 FROM ").Add(SqlNames.Of(child.Table)).Add(" AS ").Add(child.SqlName);
                WriteJoins(sql, child, filters);
                sql.Add(" WHERE ");
                WriteOn(sql, source, child, filters);
                WriteExistence(sql, child, filters);
                sql.Add(")");
            }
            else
            {
                WriteExistence(sql, child, filters);
            }
        }
    }

    private void WriteJoin(SqlText sql, QuerySource parent, QuerySource child, FilterSql filters)
    {
        var isOuter = child.Link!.Join == JoinOperator.LeftOuter;
        var grouped = isOuter && child.Children.Any(grandchild => !IsExistence(grandchild) && grandchild.Link!.Join != JoinOperator.LeftOuter);
        sql.Add(isOuter ? " LEFT JOIN " : " JOIN ").Add(grouped ? "(" : string.Empty).Add(SqlNames.Of(child.Table)).Add(" AS ").Add(child.SqlName);
        if (grouped)
        {
            WriteJoins(sql, child, filters);
            sql.Add(")");
        }

        sql.Add(" ON ");
        WriteOn(sql, parent, child, filters);
        if (!grouped)
        {
            WriteJoins(sql, child, filters);
        }
    }

    private void WriteOn(SqlText sql, QuerySource parent, QuerySource child, FilterSql filters)
    {
        var from = ColumnExpression.Of(parent, child.Link!.From, scope);
        var to = ColumnExpression.Of(child, child.Link.To, scope);
        sql.Add(to.Sql).Add("=").Add(from.Sql);
        WriteRest(sql, child, filters);
        if (child.Link.Join == JoinOperator.MatchFirstRowUsingCrossApply)
        {
            var key = SqlNames.Quote(child.Table.PrimaryKey.LogicalName);
            var inner = new QuerySource(child.SqlName + "f", child.Table, child.Link);
            sql.Add($" AND {child.SqlName}.{key}=(SELECT min({inner.SqlName}.{key}) FROM {SqlNames.Of(child.Table)} AS {inner.SqlName} WHERE {ColumnExpression.Of(inner, child.Link.To, scope).Sql}={from.Sql}");
            WriteRest(sql, inner, filters);
            sql.Add(")");
        }
    }

    private void WriteRest(SqlText sql, QuerySource source, FilterSql filters)
    {
        if (!source.Link!.Filter.IsEmpty)
        {
            sql.Add(" AND ");
            filters.Write(sql, source.Link.Filter, source);
        }

        var access = new SqlText();
        if (AccessSql.Write(access, source, scope))
        {
            sql.Add(" AND ").Add(access);
        }
    }

    private void BindLinks(QuerySource parent, List<QueryLink> links)
    {
        foreach (var link in links)
        {
            if (!Enum.IsDefined(link.Join))
            {
                throw Fault.Argument($"The link type {link.Join} is not supported by this organisation.");
            }

            if (Sources.Any(other => other.Alias is not null && other.Alias == link.Alias))
            {
                throw Fault.Of(FaultCodes.QueryInvalidAlias, $"The alias '{link.Alias}' is used by more than one link.");
            }

            var child = new QuerySource("t" + Sources.Count, scope.Catalog.Table(link.Table), link);
            Sources.Add(child);
            parent.Children.Add(child);
            BindLinks(child, link.Links);
        }
    }

    private static bool IsExistence(QuerySource source) => source.Link!.Join is JoinOperator.Exists or JoinOperator.In;
}
