namespace smSys.Crm.Rows;

/// <summary>Columns that the platform gives every table, and that no file of the solution describes.</summary>
public static class StandardColumns
{
    /// <summary>statecode.</summary>
    public const string State = "statecode";

    /// <summary>statuscode.</summary>
    public const string Status = "statuscode";

    /// <summary>ownerid.</summary>
    public const string Owner = "ownerid";

    /// <summary>createdon.</summary>
    public const string CreatedOn = "createdon";

    /// <summary>modifiedon.</summary>
    public const string ModifiedOn = "modifiedon";
}
