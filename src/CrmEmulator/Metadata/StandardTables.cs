using System.Reflection;

namespace CrmEmulator.Metadata;

/// <summary>The platform's own tables, read from the embedded descriptions in Metadata/Standard.</summary>
internal static class StandardTables
{
    private static readonly Lazy<Dictionary<string, List<string>>> Templates = new(ReadTemplates);

    /// <summary>A catalogue of an organisation without any solution.</summary>
    public static CatalogState Read()
    {
        var draft = new CatalogDraft();
        TableDraft? table = null;
        foreach (var line in Lines(template: false))
        {
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            switch (words[0])
            {
                case "table":
                    table = StandardTableLine.Parse(words);
                    draft.Tables[table.LogicalName] = table;
                    UseOwnership(draft, table);
                    break;
                case "nn":
                    AddManyToMany(draft, words);
                    break;
                case "nnview":
                    AddView(draft, words);
                    break;
                default:
                    Apply(draft, table!, line);
                    break;
            }
        }

        return new CatalogState(draft);
    }

    /// <summary>Adds a template's columns to a table, but none that it already has.</summary>
    public static void Use(CatalogDraft draft, TableDraft table, string template)
    {
        foreach (var line in Templates.Value[template])
        {
            Apply(draft, table, line);
        }
    }

    /// <summary>Adds the columns that every table of that ownership has.</summary>
    public static void UseOwnership(CatalogDraft draft, TableDraft table)
    {
        table.AddIfMissing(new ColumnDefinition
        {
            LogicalName = table.PrimaryKey,
            SchemaName = table.PrimaryKey == table.LogicalName + "id" ? table.SchemaName + "Id" : table.PrimaryKey,
            Kind = ColumnKind.Key,
            RequiredLevel = "systemrequired",
            ValidForUpdate = false,
            Labels = table.Labels,
        });
        var template = table.Ownership switch
        {
            Ownership.User => "user",
            Ownership.Organization => "organization",
            Ownership.BusinessUnit => "business",
            _ => null,
        };
        if (template is not null)
        {
            Use(draft, table, template);
        }
    }

    private static void Apply(CatalogDraft draft, TableDraft table, string line)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        switch (words[0])
        {
            case "use":
                Use(draft, table, words[1]);
                break;
            case "key":
                table.Keys.Add(new AlternateKey(words[1], words[2].Split(',')));
                break;
            case "index":
                table.Columns[words[1]] = table.Columns[words[1]] with { IsFindColumn = true };
                break;
            default:
                StandardColumnLine.Apply(draft, table, words);
                break;
        }
    }

    private static void AddManyToMany(CatalogDraft draft, string[] words)
    {
        var first = draft.Tables.GetValueOrDefault(words[3])?.PrimaryKey ?? words[3] + "id";
        var second = draft.Tables.GetValueOrDefault(words[4])?.PrimaryKey ?? words[4] + "id";
        var relationship = new ManyToManyRelationship
        {
            SchemaName = words[1],
            IntersectTable = words[2].ToLowerInvariant(),
            FirstTable = words[3],
            FirstColumn = first,
            SecondTable = words[4],
            SecondColumn = second,
        };
        IntersectTable.Add(draft, relationship, words[2]);
    }

    private static void AddView(CatalogDraft draft, string[] words) =>
        draft.ManyToMany[words[1]] = new ManyToManyRelationship
        {
            SchemaName = words[1],
            IntersectTable = words[2].ToLowerInvariant(),
            FirstTable = words[3],
            FirstColumn = words[4],
            SecondTable = words[5],
            SecondColumn = words[6],
        };

    private static Dictionary<string, List<string>> ReadTemplates()
    {
        var templates = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        List<string>? current = null;
        foreach (var line in Lines(template: true))
        {
            if (line.StartsWith("template ", StringComparison.Ordinal))
            {
                templates[line["template ".Length..].Trim()] = current = [];
            }
            else
            {
                current!.Add(line);
            }
        }

        return templates;
    }

    private static IEnumerable<string> Lines(bool template)
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.EndsWith(".txt", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            if (name.Contains("templates", StringComparison.Ordinal) != template)
            {
                continue;
            }

            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            while (reader.ReadLine() is { } line)
            {
                if (line.Length > 0 && line[0] != '#')
                {
                    yield return line;
                }
            }
        }
    }
}
