using CrmEmulator.Metadata;

namespace CrmEmulator.WebApi;

/// <summary>How columns are called in the Web API: lookups are _name_value, all others their logical name.</summary>
internal static class ColumnNames
{
    public static string Of(ColumnDefinition column) => column.IsLookup ? $"_{column.LogicalName}_value" : column.LogicalName;

    public static ColumnDefinition? Find(TableDefinition table, string name)
    {
        if (name.StartsWith('_') && name.EndsWith("_value", StringComparison.Ordinal) && name.Length > 7)
        {
            return table.FindColumn(name[1..^6]) is { IsLookup: true } lookup ? lookup : null;
        }

        return table.FindColumn(name) is { IsLookup: false } column ? column : null;
    }

    /// <exception cref="ApiException">The table has no such property.</exception>
    public static ColumnDefinition Require(TableDefinition table, string name) => Find(table, name) ?? throw ApiException.PropertyUnknown(name, table.LogicalName);
}
