using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace House;

/// <summary>smSys.dll as it was built, read as metadata; nothing of it is run.</summary>
internal sealed class PackagedAssembly : IDisposable
{
    public PackagedAssembly()
    {
        Image = new PEReader(File.OpenRead(Location));
        Reader = Image.GetMetadataReader();
    }

    /// <summary>The build that lies beside these tests.</summary>
    public static string Location { get; } = Path.Combine(AppContext.BaseDirectory, "smSys.dll");

    public PEReader Image { get; }

    public MetadataReader Reader { get; }

    /// <summary>Concrete classes that Dynamics makes: plug-ins and workflow activities.</summary>
    public IReadOnlyList<TypeDefinitionHandle> Shells() =>
        [.. Reader.TypeDefinitions.Where(h => !Reader.GetTypeDefinition(h).Attributes.HasFlag(TypeAttributes.Abstract) && Ancestors(h).Any(IsShell))];

    public string NameOf(TypeDefinitionHandle handle)
    {
        var type = Reader.GetTypeDefinition(handle);
        return Reader.GetString(type.Namespace) + "." + Reader.GetString(type.Name);
    }

    public bool IsPublicConstructorWithoutParameters(MethodDefinition method) =>
        Reader.GetString(method.Name) == ".ctor" && method.Attributes.HasFlag(MethodAttributes.Public) && method.GetParameters().Count == 0;

    public void Dispose() => Image.Dispose();

    private static bool IsShell(string ancestor) =>
        ancestor is "Microsoft.Xrm.Sdk.IPlugin" or "System.Activities.CodeActivity";

    private IEnumerable<string> Ancestors(TypeDefinitionHandle handle)
    {
        var type = Reader.GetTypeDefinition(handle);
        foreach (var implemented in type.GetInterfaceImplementations())
        {
            yield return NameOf(Reader.GetInterfaceImplementation(implemented).Interface);
        }

        if (type.BaseType.IsNil)
        {
            yield break;
        }

        yield return NameOf(type.BaseType);
        if (type.BaseType.Kind == HandleKind.TypeDefinition)
        {
            foreach (var further in Ancestors((TypeDefinitionHandle)type.BaseType))
            {
                yield return further;
            }
        }
    }

    private string NameOf(EntityHandle handle)
    {
        switch (handle.Kind)
        {
            case HandleKind.TypeReference:
                var reference = Reader.GetTypeReference((TypeReferenceHandle)handle);
                return Reader.GetString(reference.Namespace) + "." + Reader.GetString(reference.Name);
            case HandleKind.TypeDefinition:
                return NameOf((TypeDefinitionHandle)handle);
            default:
                return string.Empty;
        }
    }
}
