using CrmEmulator.Metadata;

namespace CrmEmulator.Storage;

/// <summary>
/// Remembers which rows are there, so that the thousandth lookup of the same line need not ask for it again. Forgets everything
/// when a row is deleted or a transaction is undone; only the writing connection keeps one that counts.
/// </summary>
internal sealed class KnownRows
{
    private const int Most = 4096;

    private readonly HashSet<(TableDefinition Table, Guid Id)> rows = [];

    public bool Has(TableDefinition table, Guid id) => rows.Contains((table, id));

    public void Add(TableDefinition table, Guid id)
    {
        if (rows.Count >= Most)
        {
            rows.Clear();
        }

        rows.Add((table, id));
    }

    public void Forget() => rows.Clear();
}
