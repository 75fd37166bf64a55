using CrmEmulator.Metadata;
using Microsoft.Xrm.Sdk;

namespace CrmEmulator.Storage;

/// <summary>Values of one row by column position; a column that is not present is left as it is.</summary>
internal sealed class RowValues
{
    private readonly object?[] values;
    private readonly bool[] present;

    public RowValues(TableDefinition table)
    {
        Table = table;
        values = new object?[table.Columns.Count];
        present = new bool[table.Columns.Count];
    }

    public TableDefinition Table { get; }

    public int Count { get; private set; }

    public object? this[ColumnDefinition column]
    {
        get => values[column.Ordinal];
        set
        {
            if (!present[column.Ordinal])
            {
                present[column.Ordinal] = true;
                Count++;
            }

            values[column.Ordinal] = value;
        }
    }

    public object? this[string column]
    {
        get => this[Table.Column(column)];
        set => this[Table.Column(column)] = value;
    }

    public bool Has(ColumnDefinition column) => present[column.Ordinal];

    public bool Has(string column) => Table.FindColumn(column) is { } found && present[found.Ordinal];

    public T? Get<T>(string column) => Table.FindColumn(column) is { } found && values[found.Ordinal] is T value ? value : default;

    /// <summary>Sets a column if the table has it.</summary>
    public void SetIfKnown(string column, object? value)
    {
        if (Table.FindColumn(column) is { } found)
        {
            this[found] = value;
        }
    }

    /// <summary>Sets a column if the table has it and the caller left it out.</summary>
    public void Default(string column, object? value)
    {
        if (Table.FindColumn(column) is { } found && !present[found.Ordinal])
        {
            this[found] = value;
        }
    }

    public void Remove(ColumnDefinition column)
    {
        if (present[column.Ordinal])
        {
            present[column.Ordinal] = false;
            values[column.Ordinal] = null;
            Count--;
        }
    }

    public int? Option(ColumnDefinition? column) => column is not null && values[column.Ordinal] is OptionSetValue option ? option.Value : null;
}
