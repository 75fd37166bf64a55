using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace smSys.Crm.Rows;

/// <summary>Reads rows without faults for what is simply not there.</summary>
public static class RowReader
{
    /// <summary>At most this many ids stand in one <c>in</c> list.</summary>
    public const int MostIds = 500;

    /// <summary>The first row of a query, or null.</summary>
    public static Entity? First(this IOrganizationService service, QueryExpression query)
    {
        query.TopCount = 1;
        return service.RetrieveMultiple(query).Entities.FirstOrDefault();
    }

    /// <summary>One row by its id, or null; a query, because a failed Retrieve dooms a synchronous step's transaction.</summary>
    public static Entity? Find(this IOrganizationService service, string table, string idColumn, Guid id, params string[] columns)
    {
        var query = new QueryExpression(table) { ColumnSet = new ColumnSet(columns) };
        query.Criteria.AddCondition(idColumn, ConditionOperator.Equal, id);
        return service.First(query);
    }

    /// <summary>Rows by their ids, in no particular order; those that are gone are left out.</summary>
    public static IReadOnlyList<Entity> FindAll(
        this IOrganizationService service, string table, string idColumn, IReadOnlyList<Guid> ids, params string[] columns)
    {
        var rows = new List<Entity>(ids.Count);
        for (var start = 0; start < ids.Count; start += MostIds)
        {
            var query = new QueryExpression(table) { ColumnSet = new ColumnSet(columns) };
            query.Criteria.AddCondition(idColumn, ConditionOperator.In, ids.Skip(start).Take(MostIds).Cast<object>().ToArray());
            rows.AddRange(service.RetrieveMultiple(query).Entities);
        }

        return rows;
    }
}
