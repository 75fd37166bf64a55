namespace SolutionTool.Checking;

/// <summary>Which control classes a form may use for which type of column.</summary>
public static class ControlClasses
{
    public const string Grid = "e7a81278-8635-4d9e-8d4d-59480b391c5b";
    public const string Lookup = "270bd3db-d9af-4782-9025-509e298dec0a";
    private const string Text = "4273edbd-ac1d-40d3-9fb2-095c621b552d";
    private const string Memo = "e0dece4b-6fc8-4a8f-a065-082708572369";
    private const string Regarding = "f3015350-44a2-4aa0-97b5-00166532b5e9";
    private const string Party = "cbfb742c-14e7-4a17-96bb-1a13f7f64aa2";
    private const string Picklist = "3ef39988-22bb-4f0b-bbbe-64b5a3748aee";
    private const string Status = "5d68b988-0661-4db2-bc3e-17598ad3be6c";
    private const string Email = "ada2203e-b4cd-49be-9ddf-234642b43b52";
    private const string Address = "71716b6c-711e-476c-8ab8-5d11542bfb47";

    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["nvarchar"] = [Text, Memo, Email, Address],
        ["ntext"] = [Memo],
        ["lookup"] = [Lookup, Regarding],
        ["owner"] = [Lookup],
        ["customer"] = [Lookup],
        ["partylist"] = [Party],
        ["picklist"] = [Picklist],
        ["state"] = [Picklist],
        ["status"] = [Status, Picklist],
        ["datetime"] = ["5b773807-9fb2-42db-97c3-7a91eff8adff"],
        ["int"] = ["c6d124ca-7eda-4a60-aea9-7fb8d318b68f"],
        ["decimal"] = ["c3efe0c3-0ec6-42be-8349-cbd9079dfd8e"],
        ["money"] = ["533b9e00-756b-4312-95a0-dc888637ac78"],
        ["bit"] = ["67fac785-cd58-4f9f-abb3-4b7ddc6ed5ed", "b0c6723a-8503-4fd7-bb28-c8a06ac933c2", Picklist],
    };

    /// <summary>True when the class fits the type, or nothing is known about the type.</summary>
    public static bool Fits(string columnType, string classId) =>
        !Allowed.TryGetValue(columnType, out var classes) || classes.Contains(ComponentRules.Id(classId), StringComparer.Ordinal);
}
