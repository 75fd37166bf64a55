using CrmEmulator.Metadata;

namespace CrmEmulator.AppShell;

/// <summary>Which columns of a platform table its views and its form show.</summary>
internal static class StandardLayout
{
    private static readonly Dictionary<string, string[]> Lines = ShellFiles.Text("standard.pages")
        .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Where(line => !line.StartsWith('#'))
        .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .ToDictionary(words => words[0] + " " + words[1], words => words[2..], StringComparer.Ordinal);

    public static IReadOnlyList<ColumnDefinition> ViewColumns(TableDefinition table) => Known(table, "view", ["createdon", "modifiedon", "ownerid"]);

    public static IReadOnlyList<ColumnDefinition> FormColumns(TableDefinition table) =>
        Known(table, "form", [.. table.Columns.Where(column => column.ValidForUpdate && column.IsStored && column.Kind != ColumnKind.State && !column.IsGuid).Select(column => column.LogicalName).Take(20)]);

    /// <summary>Rows shown below the form: name, table and the link that leads there.</summary>
    public static IReadOnlyList<string> SubGrids(TableDefinition table) => Lines.GetValueOrDefault("grids " + table.LogicalName) ?? [];

    private static List<ColumnDefinition> Known(TableDefinition table, string what, string[] otherwise)
    {
        var names = Lines.GetValueOrDefault(what + " " + table.LogicalName) ?? otherwise;
        var columns = names.Select(table.FindColumn).OfType<ColumnDefinition>().ToList();
        if (table.PrimaryName is { } name && !columns.Contains(name) && (what == "view" || name.ValidForUpdate))
        {
            columns.Insert(0, name);
        }

        return columns;
    }
}
