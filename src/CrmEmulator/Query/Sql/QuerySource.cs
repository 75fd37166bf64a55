using CrmEmulator.Metadata;

namespace CrmEmulator.Query.Sql;

/// <summary>A table in a query under its SQL name, with the link that brought it.</summary>
internal sealed class QuerySource(string sqlName, TableDefinition table, QueryLink? link)
{
    public string SqlName { get; } = sqlName;

    public TableDefinition Table { get; } = table;

    public QueryLink? Link { get; } = link;

    public List<QuerySource> Children { get; } = [];

    public string? Alias => Link?.Alias;
}
