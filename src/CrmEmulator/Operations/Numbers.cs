namespace CrmEmulator.Operations;

/// <summary>Rising numbers of the organisation, by name.</summary>
internal static class Numbers
{
    public static long Next(string name, OperationScope scope)
    {
        var statement = scope.Transaction.Connection.Prepare("INSERT INTO _counter (name, value) VALUES (?, 1001) ON CONFLICT(name) DO UPDATE SET value=value+1 RETURNING value");
        statement.Bind(1, name);
        statement.Step();
        var number = statement.Long(0);
        while (statement.Step())
        {
        }

        statement.Reset();
        return number;
    }
}
