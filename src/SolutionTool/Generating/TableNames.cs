using System.Xml.Linq;
using SolutionTool.Model;

namespace SolutionTool.Generating;

/// <summary>The names that C# and JavaScript both use for one table.</summary>
public sealed class TableNames
{
    private static readonly string[] NotForEnums = ["Columns", "Lengths", "Keys", "Relationships", "State", "Status", "StateOf"];

    public TableNames(TableModel table, SolutionModel solution)
    {
        Table = table;
        Class = Naming.OfSchema(table.SchemaName, solution.Prefix);
        Columns = Naming.Unique(
            table.Columns.OrderBy(c => c.LogicalName, StringComparer.Ordinal), c => Naming.OfSchema(c.SchemaName, solution.Prefix), _ => "Column", "Columns");
        Enums = [.. Naming.Unique(
            Columns.Where(c => c.Item.OptionSet is { Kind: "picklist" }), c => c.Name, _ => "Options", [.. NotForEnums, Class]).Select(e => (e.Name, e.Item.Item))];
        Keys = Naming.Unique(
            table.Definition.Elements("EntityKeys").Elements("EntityKey").Select(k => (string?)k.Element("Name") ?? "").Order(StringComparer.Ordinal),
            k => Naming.OfSchema(k, solution.Prefix), _ => "Key", "Keys");
        ManyToMany = Naming.Unique(
            solution.Relationships.Where(r => r.IsManyToMany && (r.First == table.LogicalName || r.Second == table.LogicalName)),
            r => Naming.OfSchema(r.Name, solution.Prefix), _ => "Relationship", "Relationships");
    }

    public TableModel Table { get; }

    public string Class { get; }

    public IReadOnlyList<(string Name, ColumnModel Item)> Columns { get; }

    /// <summary>Option sets of single columns, by the name of the enum.</summary>
    public IReadOnlyList<(string Name, ColumnModel Item)> Enums { get; }

    public IReadOnlyList<(string Name, string Item)> Keys { get; }

    public IReadOnlyList<(string Name, RelationshipModel Item)> ManyToMany { get; }

    public OptionSetModel? States => Table.Columns.FirstOrDefault(c => c.Type == "state")?.OptionSet;

    public OptionSetModel? Statuses => Table.Columns.FirstOrDefault(c => c.Type == "status")?.OptionSet;

    public static IReadOnlyList<(string Name, OptionModel Item)> Members(OptionSetModel set) => Naming.Unique(
        set.Options.Where(o => o.Value is not null).OrderBy(o => o.Value),
        o => Naming.OfLabel(set.Kind == "state" ? o.InvariantName ?? o.English : o.English),
        o => "_" + o.Value);
}
