namespace CrmSdk.Tests.Surface;

/// <summary>The stand-ins promise nothing that the official assemblies do not keep.</summary>
public class StandInSurfaceTests
{
    public static TheoryData<string, string> StandIns => new()
    {
        { "Microsoft.Xrm.Sdk", "9.0.0.0" },
        { "Microsoft.Crm.Sdk.Proxy", "9.0.0.0" },
        { "Microsoft.Xrm.Sdk.Workflow", "9.0.0.0" },
        { "System.Activities", "4.0.0.0" },
    };

    [Theory]
    [MemberData(nameof(StandIns))]
    public void A_stand_in_has_the_identity_of_the_official_assembly(string name, string version)
    {
        using var file = new AssemblyFile(name);

        Assert.Equal($"{name}, Version={version}, Culture=neutral, PublicKeyToken=31bf3856ad364e35", file.Identity.FullName);
    }

    [Theory]
    [MemberData(nameof(StandIns))]
    public void Every_type_of_a_stand_in_is_declared_as_the_official_one(string name, string version)
    {
        _ = version;
        using var file = new AssemblyFile(name);
        var official = OfficialApi.Read(name);

        var types = file.Types().ToList();

        Assert.NotEmpty(types);
        Assert.All(types, type => Assert.Equal(Sorted(official.Types[type.Key]), Sorted(type.Value)));
    }

    [Theory]
    [MemberData(nameof(StandIns))]
    public void Every_member_of_a_stand_in_is_declared_on_the_same_type_with_the_same_signature(string name, string version)
    {
        _ = version;
        using var file = new AssemblyFile(name);
        var official = OfficialApi.Read(name);

        var extra = file.Members().Where(member => !official.Has(member)).ToList();

        Assert.Empty(extra);
    }

    private static string Sorted(string declaration)
    {
        var parts = declaration.Split(" : ");
        return parts.Length == 1 ? declaration : parts[0] + " : " + string.Join(", ", parts[1].Split(", ").Order(StringComparer.Ordinal));
    }
}
