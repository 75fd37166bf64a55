using SQLitePCL;

namespace Benchmarks.Bulk;

/// <summary>One row of a table as SQLite keeps it: only the columns that have a value.</summary>
/// <param name="Shape">Table and columns; rows of one shape share a statement.</param>
/// <param name="Values">Long, double, text as UTF-8 or bytes, by column.</param>
internal sealed record FloorRow(FloorShape Shape, object[] Values);

/// <summary>A table and some of its columns, with the statement that inserts them.</summary>
internal sealed class FloorShape(sqlite3 database, string table, IReadOnlyList<string> columns)
{
    private sqlite3_stmt? insert;

    public int IndexOf(string column) => columns.TakeWhile(name => name != column).Count();

    /// <summary>Inserts a row by the prepared statement.</summary>
    public void Insert(object[] values)
    {
        insert ??= FloorDatabase.Prepare(database, $"INSERT INTO {table} ({string.Join(',', columns.Select(name => $"\"{name}\""))}) VALUES ({string.Join(',', columns.Select(_ => '?'))})");
        for (var index = 0; index < values.Length; index++)
        {
            FloorDatabase.Bind(insert, index + 1, values[index]);
        }

        FloorDatabase.Run(insert);
    }
}
