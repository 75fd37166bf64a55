using CrmEmulator.Metadata;

namespace CrmEmulator.Storage;

/// <summary>A prepared insert, update or select of one table and one set of columns.</summary>
internal sealed record RowStatement(Statement Statement, ColumnDefinition[] Columns, ReadOnlyMemory<char> Signature);
