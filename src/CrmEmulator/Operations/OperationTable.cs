namespace CrmEmulator.Operations;

/// <summary>Which class carries out which message.</summary>
internal static class OperationTable
{
    public static IReadOnlyDictionary<string, ICoreOperation> All { get; } = new Dictionary<string, ICoreOperation>
    {
        ["Create"] = new CreateOperation(),
        ["Retrieve"] = new RetrieveOperation(),
        ["Update"] = new UpdateOperation(),
        ["Delete"] = new DeleteOperation(),
        ["RetrieveMultiple"] = new RetrieveMultipleOperation(),
    };

    /// <summary>Messages that only read.</summary>
    public static IReadOnlyList<string> Reading { get; } =
    [
        "Retrieve", "RetrieveMultiple",
    ];
}
