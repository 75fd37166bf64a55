using SolutionTool.Model;

namespace SolutionTool.Generating;

/// <summary>Writes the typed row of a table: a thin wrapper around the SDK's Entity with a property per column.</summary>
public sealed class RowWriter(CSharpWriter csharp, IReadOnlyDictionary<string, string> optionSetNames)
{
    public string Row(TableNames names)
    {
        var row = names.Class + "Row";
        var text = csharp.Start("System", "Microsoft.Xrm.Sdk");
        text.Summary($"A row of {names.Table.LogicalName} with typed columns. A property that was never set or read is null; setting null clears the column.");
        text.Open($"public sealed class {row}");
        text.Summary($"Wraps a record; throws ArgumentException when it is a row of another table.");
        text.Open($"public {row}(Entity record)");
        text.Open($"if (record.LogicalName != {names.Class}.LogicalName)");
        text.Line($"throw new ArgumentException(\"Expected a row of {names.Table.LogicalName} but got one of \" + record.LogicalName + \".\", nameof(record));");
        text.Close();
        text.Line();
        text.Line("Record = record;");
        text.Close();
        text.Line().Summary("An empty row with this id, to create or to update what is set on it.");
        text.Open($"public {row}(Guid id) : this(new Entity({names.Class}.LogicalName) {{ Id = id }})").Close();
        text.Line().Summary("An empty row without an id.");
        text.Open($"public {row}() : this(new Entity({names.Class}.LogicalName))").Close();
        text.Line().Summary("The record itself.");
        text.Line("public Entity Record { get; }");
        text.Line();
        text.Line("public Guid Id => Record.Id;");
        text.Line().Summary("A reference to this row.");
        text.Line($"public EntityReference Reference => new EntityReference({names.Class}.LogicalName, Record.Id);");

        var properties = Naming.Unique(names.Columns.Where(c => c.Item.Type != "primarykey"), c => c.Name, _ => "Column", row, "Record", "Id", "Reference", "Equals", "GetHashCode", "GetType", "ToString");
        foreach (var (property, (column, model)) in properties)
        {
            Property(text, names, property, column, model);
        }

        return text.Close().ToString();
    }

    private void Property(CodeText text, TableNames names, string property, string column, ColumnModel model)
    {
        if (TypeOf(names, model) is not { } type)
        {
            return;
        }

        var key = $"{names.Class}.Columns.{column}";
        text.Line().Summary($"{model.LogicalName}: {model.English} / {model.Persian}");
        text.Open($"public {type.Public}? {property}");
        if (type.IsOption)
        {
            text.Line($"get => Record.GetAttributeValue<OptionSetValue>({key}) is {{ }} option ? ({type.Public})option.Value : null;");
            text.Line($"set => Record[{key}] = (value is {{ }} option ? new OptionSetValue((int)option) : null)!;");
        }
        else if (model.Type == "money")
        {
            text.Line($"get => Record.GetAttributeValue<Money>({key})?.Value;");
            text.Line($"set => Record[{key}] = (value is {{ }} amount ? new Money(amount) : null)!;");
        }
        else
        {
            text.Line($"get => Record.GetAttributeValue<{type.Public}{(type.IsValue ? "?" : "")}>({key});");
            text.Line($"set => Record[{key}] = value!;");
        }

        text.Close();
    }

    private (string Public, bool IsOption, bool IsValue)? TypeOf(TableNames names, ColumnModel column) => column.Type switch
    {
        "nvarchar" or "ntext" => ("string", false, false),
        "int" => ("int", false, true),
        "bigint" or "timestamp" => ("long", false, true),
        "float" => ("double", false, true),
        "decimal" or "money" => ("decimal", false, true),
        "bit" => ("bool", false, true),
        "datetime" => ("DateTime", false, true),
        "uniqueidentifier" => ("Guid", false, true),
        "lookup" or "owner" or "customer" => ("EntityReference", false, false),
        "partylist" => ("EntityCollection", false, false),
        "state" when names.States is not null => ($"{names.Class}.State", true, true),
        "status" when names.Statuses is not null => ($"{names.Class}.Status", true, true),
        "picklist" when names.Enums.FirstOrDefault(e => e.Item == column) is { Name: { } own } => ($"{names.Class}.{own}", true, true),
        "picklist" when column.GlobalOptionSet is { } set && optionSetNames.TryGetValue(set, out var name) => (name, true, true),
        "picklist" => ("int", true, true),
        _ => null,
    };
}
