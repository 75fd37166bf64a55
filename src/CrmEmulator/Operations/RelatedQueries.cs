using CrmEmulator.Faults;
using CrmEmulator.Query;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmEmulator.Operations;

/// <summary>Fetches the related rows a Retrieve asks for along with the row.</summary>
internal static class RelatedQueries
{
    public static void Run(RelationshipQueryCollection? queries, Entity entity, OperationScope scope)
    {
        foreach (var (relationship, query) in queries ?? [])
        {
            var rows = QueryExpressionReader.Read(query);
            if (scope.Catalog.FindOneToMany(relationship.SchemaName) is { } oneToMany)
            {
                rows.Filter = And(rows.Filter, new QueryCondition(oneToMany.ReferencingColumn, ConditionOperator.Equal, [entity.Id]));
            }
            else if (scope.Catalog.FindManyToMany(relationship.SchemaName) is { } manyToMany)
            {
                var isFirst = manyToMany.FirstTable == entity.LogicalName;
                var link = new QueryLink
                {
                    Table = manyToMany.IntersectTable,
                    From = scope.Catalog.Table(rows.Table).PrimaryKey.LogicalName,
                    To = isFirst ? manyToMany.SecondColumn : manyToMany.FirstColumn,
                    Alias = "intersect",
                };
                link.Filter.Conditions.Add(new QueryCondition(isFirst ? manyToMany.FirstColumn : manyToMany.SecondColumn, ConditionOperator.Equal, [entity.Id]));
                rows.Links.Add(link);
            }
            else
            {
                throw Fault.Argument($"The relationship {relationship.SchemaName} does not exist.");
            }

            entity.RelatedEntities[relationship] = QueryRunner.Run(scope, rows);
        }
    }

    private static QueryFilter And(QueryFilter filter, QueryCondition condition)
    {
        var both = new QueryFilter();
        both.Conditions.Add(condition);
        both.Filters.Add(filter);
        return both;
    }
}
