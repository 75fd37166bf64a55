namespace CrmEmulator.Metadata;

/// <summary>The platform's messages with the ids they have in every organisation, as far as steps name them.</summary>
public static class SdkMessages
{
    private const string Family = "-ea3e-db11-86a7-000a3a5473e8";

    private static readonly Dictionary<Guid, string> NamesById = new()
    {
        [new Guid("9ebdbb1b" + Family)] = "Create",
        [new Guid("20bebb1b" + Family)] = "Update",
        [new Guid("a1bdbb1b" + Family)] = "Delete",
        [new Guid("8cbdbb1b" + Family)] = "Assign",
        [new Guid("f2bdbb1b" + Family)] = "Retrieve",
        [new Guid("03bebb1b" + Family)] = "RetrieveMultiple",
        [new Guid("1cbebb1b" + Family)] = "SetState",
        [new Guid("1dbebb1b" + Family)] = "SetStateDynamicEntity",
        [new Guid("dbbdbb1b" + Family)] = "Merge",
        [new Guid("c5bdbb1b" + Family)] = "GrantAccess",
        [new Guid("dcbdbb1b" + Family)] = "ModifyAccess",
        [new Guid("11bebb1b" + Family)] = "RevokeAccess",
        [new Guid("16e7c888-3b24-448b-b7da-ebfe9b681762")] = "Associate",
        [new Guid("bdfc191d-fc56-493a-a6b1-cb0c47a22ecc")] = "Disassociate",
    };

    public static IReadOnlyDictionary<Guid, string> ById => NamesById;

    public static string? NameOf(Guid id) => NamesById.GetValueOrDefault(id);
}
