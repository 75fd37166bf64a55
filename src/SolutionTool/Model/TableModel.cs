using System.Xml.Linq;

namespace SolutionTool.Model;

/// <summary>A table of the solution: its own one, or a system table that the solution only adds to.</summary>
public sealed class TableModel
{
    public TableModel(XElement element)
    {
        Element = element;
        Definition = element.Element("EntityInfo")?.Element("entity") ?? new XElement("entity");
        Name = (string?)element.Element("Name") ?? "";
        LogicalName = Name.ToLowerInvariant();
        Columns = [.. Definition.Elements("attributes").Elements("attribute").Select(a => new ColumnModel(a))];
        ByName = Columns.GroupBy(c => c.LogicalName, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
    }

    public XElement Element { get; }

    /// <summary>The element EntityInfo/entity.</summary>
    public XElement Definition { get; }

    public string Name { get; }

    public string LogicalName { get; }

    public IReadOnlyList<ColumnModel> Columns { get; }

    public IReadOnlyDictionary<string, ColumnModel> ByName { get; }

    public ColumnModel? PrimaryId => Columns.FirstOrDefault(c => c.Type == "primarykey");

    public ColumnModel? PrimaryName => Columns.FirstOrDefault(c => c.IsPrimaryName);

    public bool IsActivity => (string?)Definition.Element("IsActivity") == "1";

    public bool IsUserOwned => (string?)Definition.Element("OwnershipTypeMask") == "UserOwned";

    public string EntitySetName => (string?)Definition.Element("EntitySetName") ?? "";

    public string? ObjectTypeCode => (string?)Element.Element("ObjectTypeCode");

    /// <summary>Whether the solution makes this table, so that it must be described wholly.</summary>
    public bool IsOwn => PrimaryId is not null;

    public string English => Labels.In(Definition.Element("LocalizedNames"), Labels.English) ?? Name;

    public string Persian => Labels.In(Definition.Element("LocalizedNames"), Labels.Persian) ?? "";

    /// <summary>The name with most capitals among what the solution says: the entity's name, or the key's without "Id".</summary>
    public string SchemaName
    {
        get
        {
            var key = PrimaryId?.SchemaName ?? "";
            var fromKey = key.EndsWith("Id", StringComparison.Ordinal) ? key[..^2] : key;
            string[] candidates = [Name, (string?)Definition.Attribute("Name") ?? "", fromKey];
            return candidates.Where(c => string.Equals(c, Name, StringComparison.OrdinalIgnoreCase)).MaxBy(c => c.Count(char.IsUpper))!;
        }
    }
}
