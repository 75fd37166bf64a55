using SolutionTool.Packing;
using SolutionTool.Platform;

namespace SolutionTool.Model;

/// <summary>Everything a name may point to: what the solution defines together with what the platform has.</summary>
public sealed class Catalog
{
    private readonly Dictionary<string, HashSet<string>> _columns = new(StringComparer.Ordinal);

    public Catalog(SolutionPackage package)
    {
        Package = package;
        Solution = new SolutionModel(package);
        foreach (var table in Solution.Tables)
        {
            _columns[table.LogicalName] = [.. table.ByName.Keys, .. Implied(table)];
        }

        foreach (var pair in Solution.Relationships.Where(r => r.IsManyToMany))
        {
            _columns.TryAdd(pair.Intersect, [pair.Intersect + "id", KeyOf(pair.First), KeyOf(pair.Second), "versionnumber"]);
        }
    }

    public SolutionPackage Package { get; }

    public SolutionModel Solution { get; }

    /// <summary>Own tables, wholly described by the solution.</summary>
    public IEnumerable<TableModel> OwnTables => Solution.Tables.Where(t => t.IsOwn);

    public bool HasTable(string? table) => table is not null && (_columns.ContainsKey(table) || PlatformFacts.Tables.ContainsKey(table));

    /// <summary>Whether the table has the column; true for tables whose columns nobody listed.</summary>
    public bool HasColumn(string table, string column)
    {
        if (_columns.TryGetValue(table, out var own) && own.Contains(column))
        {
            return true;
        }

        return PlatformFacts.Tables.TryGetValue(table, out var platform) && (platform.Columns is null || platform.Columns.Contains(column));
    }

    /// <summary>The column as the solution describes it; null for the platform's own.</summary>
    public ColumnModel? Column(string table, string column) =>
        Solution.ByName.TryGetValue(table, out var own) ? own.ByName.GetValueOrDefault(column) : null;

    /// <summary>The object type code that views must name; null when unknown.</summary>
    public string? TypeCode(string table) =>
        Solution.ByName.TryGetValue(table, out var own) && own.ObjectTypeCode is { } code ? code : PlatformFacts.Tables.GetValueOrDefault(table)?.TypeCode;

    /// <summary>The logical name of a table's key.</summary>
    public string KeyOf(string table)
    {
        if (Solution.ByName.TryGetValue(table, out var own) && own.PrimaryId is { } key)
        {
            return key.LogicalName;
        }

        return table + "id";
    }

    private static IEnumerable<string> Implied(TableModel table)
    {
        if (!table.IsOwn)
        {
            return [];
        }

        IEnumerable<string> activity = table.IsActivity ? PlatformFacts.Tables["activitypointer"].Columns! : Array.Empty<string>();
        string[] money = table.Columns.Any(c => c.Type == "money") ? ["transactioncurrencyid", "exchangerate"] : [];
        return [.. PlatformFacts.Implied(table.IsUserOwned ? "user" : "organisation"), .. activity, .. money];
    }
}
