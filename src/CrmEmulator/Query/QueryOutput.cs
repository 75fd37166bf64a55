using CrmEmulator.Metadata;
using CrmEmulator.Query.Sql;

namespace CrmEmulator.Query;

/// <summary>One value a query gives: which column, and under which key it stands in the entity.</summary>
internal sealed record QueryOutput(QuerySource Source, ColumnExpression Expression, string Key)
{
    /// <summary>Stands under an alias, as a value of a linked table does.</summary>
    public bool IsAliased { get; init; }

    /// <summary>Fetched for the platform's own use.</summary>
    public bool IsHidden { get; init; }

    public ColumnDefinition Column => Expression.Column;
}
