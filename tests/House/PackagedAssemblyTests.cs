using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace House;

/// <summary>What ships is one signed DLL that leans on nothing but the framework and the SDK.</summary>
public class PackagedAssemblyTests
{
    private static readonly string[] Allowed =
    [
        "mscorlib", "System", "System.Core", "System.Xml", "System.Xml.Linq", "System.Net.Http", "System.Runtime.Serialization",
        "System.ServiceModel", "System.Activities", "Microsoft.Xrm.Sdk", "Microsoft.Crm.Sdk.Proxy", "Microsoft.Xrm.Sdk.Workflow",
    ];

    private static readonly string[] ForbiddenTypes =
    [
        "System.Threading.Thread", "System.Threading.ThreadPool", "System.Threading.Timer", "System.Threading.Tasks.Parallel",
        "System.AppDomain", "System.Net.ServicePointManager", "System.Random", "System.TimeZoneInfo",
        "Microsoft.Xrm.Sdk.Messages.ExecuteMultipleRequest", "Microsoft.Xrm.Sdk.Messages.ExecuteTransactionRequest",
    ];

    [Fact]
    public void It_refers_only_to_the_framework_and_the_SDK()
    {
        using var dll = new PackagedAssembly();

        Assert.Empty(dll.Reader.AssemblyReferences.Select(h => dll.Reader.GetString(dll.Reader.GetAssemblyReference(h).Name)).Except(Allowed));
    }

    [Fact]
    public void It_is_signed_and_small_enough_for_the_platform()
    {
        using var dll = new PackagedAssembly();

        Assert.True(dll.Image.PEHeaders.CorHeader!.Flags.HasFlag(CorFlags.StrongNameSigned));
        Assert.InRange(new FileInfo(PackagedAssembly.Location).Length, 1, 16 * 1024 * 1024 - 1);
        Assert.Equal(new Version(1, 0, 0, 0), dll.Reader.GetAssemblyDefinition().Version);
    }

    [Fact]
    public void It_uses_no_type_that_the_sandbox_forbids()
    {
        using var dll = new PackagedAssembly();

        var used = dll.Reader.TypeReferences.Select(dll.Reader.GetTypeReference)
            .Select(t => dll.Reader.GetString(t.Namespace) + "." + dll.Reader.GetString(t.Name));

        Assert.DoesNotContain(used, u => ForbiddenTypes.Contains(u) || u.StartsWith("System.Reflection.Emit.", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_shell_is_public_stateless_and_made_without_arguments()
    {
        using var dll = new PackagedAssembly();

        foreach (var shell in dll.Shells())
        {
            var type = dll.Reader.GetTypeDefinition(shell);
            var name = dll.NameOf(shell);
            Assert.True(type.Attributes.HasFlag(TypeAttributes.Public), name + " is not public.");
            Assert.Contains(type.GetMethods().Select(dll.Reader.GetMethodDefinition), m => dll.IsPublicConstructorWithoutParameters(m));
            Assert.DoesNotContain(
                type.GetFields().Select(dll.Reader.GetFieldDefinition),
                f => !f.Attributes.HasFlag(FieldAttributes.Static) && !dll.Reader.GetString(f.Name).Contains("k__BackingField", StringComparison.Ordinal));
        }

        Assert.NotEmpty(dll.Shells());
    }
}
