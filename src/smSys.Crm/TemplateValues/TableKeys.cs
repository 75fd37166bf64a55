namespace smSys.Crm.TemplateValues;

/// <summary>Names of primary keys.</summary>
public static class TableKeys
{
    /// <summary>The primary key of a table: its name and "id", but for activities.</summary>
    public static string Of(string table) => table switch
    {
        "email" or "task" or "phonecall" or "letter" or "fax" or "appointment" or "smsys_sms" => "activityid",
        _ => table + "id",
    };
}
