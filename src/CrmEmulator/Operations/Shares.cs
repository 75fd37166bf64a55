namespace CrmEmulator.Operations;

/// <summary>Rights given on a row go with the row.</summary>
internal static class Shares
{
    public static void Forget(Guid row, OperationScope scope)
    {
        var statement = scope.Transaction.Connection.Prepare("DELETE FROM principalobjectaccess WHERE objectid=?");
        statement.Bind(1, row);
        statement.Run();
    }
}
