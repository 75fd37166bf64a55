using CrmEmulator.Faults;
using CrmEmulator.Operations;

namespace CrmEmulator.Query.Sql;

/// <summary>Writes filters; a condition may name the link whose column it is about.</summary>
internal sealed class FilterSql(OperationScope scope, IReadOnlyList<QuerySource> sources)
{
    private const int MaximumConditions = 500;
    private static readonly FaultCode TooMany = new(unchecked((int)0x8004E024), "TooManyConditionsInQuery");

    private readonly ConditionSql conditions = new(scope);

    public void Write(SqlText sql, QueryFilter filter, QuerySource source)
    {
        var first = true;
        void Next()
        {
            sql.Add(first ? string.Empty : filter.IsOr ? " OR " : " AND ");
            first = false;
        }

        sql.Add("(");
        foreach (var condition in filter.Conditions)
        {
            Next();
            conditions.Write(sql, condition.Link is null ? source : Find(condition.Link, source), condition);
        }

        foreach (var child in filter.Filters.Where(child => !child.IsEmpty))
        {
            Next();
            Write(sql, child, source);
        }

        sql.Add(first ? "1)" : ")");
    }

    public static void RefuseTooMany(RowQuery query)
    {
        if (Count(query.Filter) + query.Links.Sum(Count) > MaximumConditions)
        {
            throw Fault.Of(TooMany, $"Number of conditions in query exceeded maximum limit of {MaximumConditions}.");
        }
    }

    private QuerySource Find(string name, QuerySource source) =>
        sources.FirstOrDefault(one => one.Alias == name)
        ?? sources.FirstOrDefault(one => one.Table.LogicalName == name)
        ?? throw Fault.Of(FaultCodes.QueryInvalidAlias, $"Could not find a link with the name or alias '{name}' in the query on '{source.Table.LogicalName}'.");

    private static int Count(QueryFilter filter) => filter.Conditions.Sum(condition => Math.Max(1, condition.Values.Count)) + filter.Filters.Sum(Count);

    private static int Count(QueryLink link) => Count(link.Filter) + link.Links.Sum(Count);
}
