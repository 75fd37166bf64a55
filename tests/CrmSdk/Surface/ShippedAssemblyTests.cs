using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Runtime.Loader;

namespace CrmSdk.Tests.Surface;

/// <summary>smSys.dll asks of its host only what every Dynamics server of version 9 has, and finds it on .NET 10 too.</summary>
public class ShippedAssemblyTests
{
    private static readonly string[] Allowed =
    [
        "mscorlib, Version=4.0.0.0, Culture=neutral, PublicKeyToken=b77a5c561934e089",
        "System, Version=4.0.0.0, Culture=neutral, PublicKeyToken=b77a5c561934e089",
        "System.Core, Version=4.0.0.0, Culture=neutral, PublicKeyToken=b77a5c561934e089",
        "System.Runtime.Serialization, Version=4.0.0.0, Culture=neutral, PublicKeyToken=b77a5c561934e089",
        "System.ServiceModel, Version=4.0.0.0, Culture=neutral, PublicKeyToken=b77a5c561934e089",
        "System.Xml, Version=4.0.0.0, Culture=neutral, PublicKeyToken=b77a5c561934e089",
        "System.Xml.Linq, Version=4.0.0.0, Culture=neutral, PublicKeyToken=b77a5c561934e089",
        "System.Net.Http, Version=4.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a",
        "System.Activities, Version=4.0.0.0, Culture=neutral, PublicKeyToken=31bf3856ad364e35",
        "Microsoft.Xrm.Sdk, Version=9.0.0.0, Culture=neutral, PublicKeyToken=31bf3856ad364e35",
        "Microsoft.Crm.Sdk.Proxy, Version=9.0.0.0, Culture=neutral, PublicKeyToken=31bf3856ad364e35",
        "Microsoft.Xrm.Sdk.Workflow, Version=9.0.0.0, Culture=neutral, PublicKeyToken=31bf3856ad364e35",
    ];

    [Fact]
    public void Its_identity_never_changes()
    {
        using var file = new AssemblyFile("smSys");

        Assert.Equal("smSys, Version=1.0.0.0, Culture=neutral, PublicKeyToken=75f794bf0590f0ce", file.Identity.FullName);
    }

    [Fact]
    public void It_references_the_framework_and_the_sdk_and_nothing_else()
    {
        using var file = new AssemblyFile("smSys");

        var strange = file.AssemblyReferences.Select(reference => reference.FullName).Except(Allowed).ToList();

        Assert.Empty(strange);
    }

    [Fact]
    public void Every_reference_into_the_sdk_stands_in_the_official_api()
    {
        using var file = new AssemblyFile("smSys");

        var absent = Absent(file, OfficialApi.Read(OfficialApi.Assemblies));

        Assert.Empty(absent);
    }

    [Fact]
    public void A_reference_that_the_official_api_lacks_is_found()
    {
        const string Member = "Microsoft.Xrm.Sdk.OrganizationRequest::get_Parameters():Microsoft.Xrm.Sdk.ParameterCollection";
        using var proxy = new AssemblyFile("Microsoft.Crm.Sdk.Proxy");
        var official = OfficialApi.Read(OfficialApi.Assemblies);

        var absent = Absent(proxy, official.Without(Member));

        Assert.Empty(Absent(proxy, official));
        Assert.Equal([Member], absent);
    }

    [Fact]
    public void Every_reference_it_makes_resolves_on_this_runtime()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "smSys.dll");
        var module = new AssemblyLoadContext("shipped").LoadFromAssemblyPath(path).ManifestModule;
        using var file = new PEReader(File.OpenRead(path));
        var reader = file.GetMetadataReader();

        var unresolved = reader.TypeReferences.Select(handle => MetadataTokens.GetToken(handle)).Where(token => !Resolves(() => module.ResolveType(token)))
            .Concat(reader.MemberReferences.Select(handle => MetadataTokens.GetToken(handle)).Where(token => !Generic.Arguments.Any(arguments => Resolves(() => module.ResolveMember(token, arguments, arguments)))))
            .Select(token => Describe(reader, token))
            .ToList();

        Assert.Empty(unresolved);
    }

    private static List<string> Absent(AssemblyFile file, OfficialApi official) =>
        file.ReferencesInto(OfficialApi.Assemblies)
            .Where(reference => reference.Contains("::", StringComparison.Ordinal) ? !official.Has(reference) : !official.Types.ContainsKey(reference))
            .Distinct()
            .ToList();

    private static bool Resolves(Func<MemberInfo?> resolve)
    {
        try
        {
            return resolve() is not null;
        }
        catch (Exception fault) when (fault is TypeLoadException or MissingMemberException or FileNotFoundException or FileLoadException or ArgumentException)
        {
            return false;
        }
    }

    private static string Describe(MetadataReader reader, int token)
    {
        var handle = MetadataTokens.EntityHandle(token);
        var text = new SignatureText();
        if (handle.Kind == HandleKind.TypeReference)
        {
            return text.Name(reader, handle);
        }

        var member = reader.GetMemberReference((MemberReferenceHandle)handle);
        var owner = member.Parent.Kind is HandleKind.TypeReference or HandleKind.TypeSpecification ? text.Name(reader, member.Parent) : "?";
        return owner + "::" + reader.GetString(member.Name);
    }

    /// <summary>Stand in for the parameters of the generic type or method around a reference: of classes, of structures and enumerations.</summary>
    private static class Generic
    {
        public static readonly Type[][] Arguments =
        [
            [typeof(object), typeof(object), typeof(object), typeof(object)],
            [typeof(DayOfWeek), typeof(DayOfWeek), typeof(DayOfWeek), typeof(DayOfWeek)],
        ];
    }
}
