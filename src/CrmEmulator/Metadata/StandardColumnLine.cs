namespace CrmEmulator.Metadata;

/// <summary>Reads «type Schema [length] options…» of the embedded descriptions.</summary>
internal static class StandardColumnLine
{
    public static void Apply(CatalogDraft draft, TableDraft table, string[] words)
    {
        switch (words[0])
        {
            case "state":
                AddState(table, words);
                return;
            case "status":
                AddStatus(table, words);
                return;
        }

        var column = Parse(table, words);
        if (table.Columns.ContainsKey(column.LogicalName))
        {
            return;
        }

        table.Add(column);
        if (words[0] == "name")
        {
            table.PrimaryName = column.LogicalName;
        }

        if (column.IsLookup && !words.Contains("norel") && column.Kind != ColumnKind.Owner)
        {
            StandardRelationships.Add(draft, table, column, words);
        }
    }

    private static ColumnDefinition Parse(TableDraft table, string[] words)
    {
        var schema = words[1];
        var column = new ColumnDefinition
        {
            LogicalName = schema.ToLowerInvariant(),
            SchemaName = schema,
            Kind = KindOf(words[0]),
            Labels = Labels.InEnglish(StandardTableLine.Spaced(schema)),
            IsDateOnly = words[0] == "date",
            Precision = words[0] == "money" ? 4 : 0,
        };
        if (column.IsLookup)
        {
            column = column with { Targets = words[2] == "any" ? [] : words[2].Split(',') };
        }
        else if (column.Kind is ColumnKind.Text or ColumnKind.Memo)
        {
            column = column with { MaximumLength = int.Parse(words[2]) };
        }
        else if (column.Kind == ColumnKind.Decimal)
        {
            column = column with { Precision = int.Parse(words[2]) };
        }
        else if (column.Kind == ColumnKind.Choice)
        {
            column = column with { OptionSet = Choices(table, column, words) };
        }
        else if (column.Kind == ColumnKind.Boolean)
        {
            column = column with { DefaultValue = 0, OptionSet = words.Any(word => word.Contains(':')) ? Choices(table, column, words) : YesNo };
        }

        return words.Skip(2).Aggregate(column, WithOption);
    }

    private static readonly OptionSetDefinition YesNo = new("yesno", false, [new OptionDefinition(1, Labels.InEnglish("Yes")), new OptionDefinition(0, Labels.InEnglish("No"))]);

    private static ColumnDefinition WithOption(ColumnDefinition column, string word) => word switch
    {
        "required" => column with { RequiredLevel = "required" },
        "systemrequired" => column with { RequiredLevel = "systemrequired" },
        "readonly" => column with { ValidForCreate = false, ValidForUpdate = false },
        "noupdate" => column with { ValidForUpdate = false },
        "find" => column with { IsFindColumn = true },
        "open" => column with { TakesAnyOption = true },
        _ when word[0] == '=' => column with { DefaultValue = int.Parse(word[1..]) },
        _ => column,
    };

    private static OptionSetDefinition Choices(TableDraft table, ColumnDefinition column, string[] words) =>
        new(table.LogicalName + "_" + column.LogicalName, false, words.Where(word => word.Contains(':')).Select(word => Option(word)));

    private static OptionDefinition Option(string word)
    {
        var at = word.IndexOf(':');
        return new OptionDefinition(int.Parse(word[..at]), Labels.InEnglish(word[(at + 1)..].Replace('_', ' ')));
    }

    private static void AddState(TableDraft table, string[] words)
    {
        var options = words.Skip(1).Select((word, index) =>
        {
            var parts = word.Split('=');
            var name = parts[0].Replace('_', ' ');
            var value = parts.Length > 2 ? int.Parse(parts[2]) : index;
            return new OptionDefinition(value, Labels.InEnglish(name)) { DefaultStatus = int.Parse(parts[1]), InvariantName = name.Replace(" ", string.Empty) };
        });
        table.Add(new ColumnDefinition
        {
            LogicalName = "statecode",
            SchemaName = "StateCode",
            Kind = ColumnKind.State,
            RequiredLevel = "systemrequired",
            Labels = Labels.InEnglish("Status"),
            OptionSet = new OptionSetDefinition(table.LogicalName + "_statecode", false, options),
        });
    }

    private static void AddStatus(TableDraft table, string[] words)
    {
        var options = words.Skip(1).Select(word =>
        {
            var at = word.IndexOf('@');
            var option = Option(word[..at] + word[word.IndexOf(':')..]);
            return option with { State = int.Parse(word[(at + 1)..word.IndexOf(':')]) };
        });
        table.Add(new ColumnDefinition
        {
            LogicalName = "statuscode",
            SchemaName = "StatusCode",
            Kind = ColumnKind.Status,
            Labels = Labels.InEnglish("Status Reason"),
            OptionSet = new OptionSetDefinition(table.LogicalName + "_statuscode", false, options),
        });
    }

    private static ColumnKind KindOf(string word) => word switch
    {
        "name" or "text" => ColumnKind.Text,
        "memo" => ColumnKind.Memo,
        "int" => ColumnKind.Integer,
        "long" => ColumnKind.BigInteger,
        "decimal" => ColumnKind.Decimal,
        "double" => ColumnKind.Double,
        "money" => ColumnKind.Money,
        "bool" => ColumnKind.Boolean,
        "date" or "time" => ColumnKind.DateTime,
        "choice" => ColumnKind.Choice,
        "lookup" => ColumnKind.Lookup,
        "customer" => ColumnKind.Customer,
        "owner" => ColumnKind.Owner,
        "guid" => ColumnKind.UniqueId,
        "tablename" => ColumnKind.TableName,
        "partylist" => ColumnKind.PartyList,
        _ => throw new FormatException($"The descriptions of standard tables have the unknown word {word}."),
    };
}
