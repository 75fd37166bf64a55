namespace CrmEmulator.Metadata;

/// <summary>Reads «table Schema set code ownership options…» of the embedded descriptions.</summary>
internal static class StandardTableLine
{
    public static TableDraft Parse(string[] words)
    {
        var table = new TableDraft(words[1])
        {
            SetName = words[2],
            ObjectTypeCode = int.Parse(words[3]),
            Ownership = words[4] switch
            {
                "user" => Ownership.User,
                "organization" => Ownership.Organization,
                "business" => Ownership.BusinessUnit,
                _ => Ownership.None,
            },
            Labels = Labels.InEnglish(Spaced(words[1])),
            PluralLabels = Labels.InEnglish(Spaced(words[1]) + "s"),
        };
        foreach (var option in words.Skip(5))
        {
            Read(table, option);
        }

        return table;
    }

    /// <summary>«FirstName» as people read it: «First Name».</summary>
    public static string Spaced(string schemaName)
    {
        var text = new System.Text.StringBuilder();
        for (var index = 0; index < schemaName.Length; index++)
        {
            var letter = schemaName[index];
            if (index > 0 && char.IsUpper(letter) && !char.IsUpper(schemaName[index - 1]))
            {
                text.Append(' ');
            }

            text.Append(letter == '_' ? ':' : letter);
        }

        return text.ToString();
    }

    private static void Read(TableDraft table, string option)
    {
        var at = option.IndexOf('=');
        var name = at < 0 ? option : option[..at];
        var value = at < 0 ? string.Empty : option[(at + 1)..].Replace('_', ' ');
        switch (name)
        {
            case "priv": table.PrivilegeName = value; break;
            case "key": table.PrimaryKey = value; break;
            case "label":
                table.Labels = Labels.InEnglish(value);
                table.PluralLabels = Labels.InEnglish(value + "s");
                break;
            case "plural": table.PluralLabels = Labels.InEnglish(value); break;
            case "party": table.IsActivityParty = true; break;
            case "notes": table.HasNotes = true; break;
            case "queue": table.IsQueueEnabled = true; break;
            case "readonly": table.IsReadOnly = true; break;
            case "activity":
                table.IsActivity = true;
                table.HasNotes = true;
                table.PrimaryKey = "activityid";
                table.PrimaryName = "subject";
                break;
            default: throw new FormatException($"The description of {table.SchemaName} has the unknown word {option}.");
        }
    }
}
