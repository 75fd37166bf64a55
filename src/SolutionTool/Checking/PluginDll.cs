using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace SolutionTool.Checking;

/// <summary>What a plug-in DLL says of itself, read from its metadata without loading it.</summary>
public sealed class PluginDll
{
    private const string PluginInterface = "Microsoft.Xrm.Sdk.IPlugin";
    private const string ActivityClass = "System.Activities.CodeActivity";

    // The metadata reader points into the image, so the image lives as long as this object.
    private readonly PEReader _image;
    private readonly MetadataReader _reader;
    private readonly Dictionary<string, TypeDefinition> _types = new(StringComparer.Ordinal);

    private PluginDll(PEReader image)
    {
        _image = image;
        _reader = image.GetMetadataReader();
        foreach (var handle in _reader.TypeDefinitions)
        {
            var type = _reader.GetTypeDefinition(handle);
            _types.TryAdd(NameOf(type), type);
        }
    }

    public string FullName => AssemblyIdentity.FullName(_reader);

    public bool IsStrongNamed => _image.PEHeaders.CorHeader!.Flags.HasFlag(CorFlags.StrongNameSigned);

    /// <summary>Names of the assemblies it references.</summary>
    public IEnumerable<string> References => _reader.AssemblyReferences.Select(h => _reader.GetString(_reader.GetAssemblyReference(h).Name)).Order(StringComparer.Ordinal);

    /// <summary>The value of its TargetFramework attribute, such as ".NETFramework,Version=v4.6.2"; null when it has none.</summary>
    public string? TargetFramework
    {
        get
        {
            foreach (var handle in _reader.GetAssemblyDefinition().GetCustomAttributes())
            {
                var attribute = _reader.GetCustomAttribute(handle);
                if (attribute.Constructor.Kind == HandleKind.MemberReference
                    && _reader.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent is { Kind: HandleKind.TypeReference } parent
                    && _reader.GetString(_reader.GetTypeReference((TypeReferenceHandle)parent).Name) == "TargetFrameworkAttribute")
                {
                    var blob = _reader.GetBlobReader(attribute.Value);
                    blob.ReadUInt16();
                    return blob.ReadSerializedString();
                }
            }

            return null;
        }
    }

    /// <summary>Public, concrete plug-ins and workflow activities of the DLL.</summary>
    public IEnumerable<string> Shells => _types.Keys.Where(n => IsPublicAndConcrete(n) && (IsPlugin(n) || IsActivity(n))).Order(StringComparer.Ordinal);

    /// <summary>Reads the bytes; null when they are no .NET assembly.</summary>
    public static PluginDll? Read(byte[] bytes)
    {
        try
        {
            var image = new PEReader(new MemoryStream(bytes), PEStreamOptions.PrefetchEntireImage);
            return image.HasMetadata ? new PluginDll(image) : null;
        }
        catch (BadImageFormatException)
        {
            return null;
        }
    }

    /// <summary>Whether the DLL has an attribute class for steps, so that its steps can be held against the solution.</summary>
    public bool DeclaresSteps => _types.Keys.Any(n => n.EndsWith("." + DeclaredStep.AttributeName, StringComparison.Ordinal));

    /// <summary>The steps that attributes on a class declare.</summary>
    public IEnumerable<DeclaredStep> StepsOf(string type)
    {
        foreach (var handle in _types[type].GetCustomAttributes())
        {
            var attribute = _reader.GetCustomAttribute(handle);
            if (attribute.Constructor.Kind == HandleKind.MethodDefinition
                && NameOf(_reader.GetTypeDefinition(_reader.GetMethodDefinition((MethodDefinitionHandle)attribute.Constructor).GetDeclaringType())).EndsWith("." + DeclaredStep.AttributeName, StringComparison.Ordinal)
                && DeclaredStep.Read(attribute) is { } step)
            {
                yield return step;
            }
        }
    }

    public bool Has(string type) => _types.ContainsKey(type);

    public bool IsPublicAndConcrete(string type) =>
        _types.TryGetValue(type, out var definition)
        && (definition.Attributes & TypeAttributes.VisibilityMask) is TypeAttributes.Public or TypeAttributes.NestedPublic
        && !definition.Attributes.HasFlag(TypeAttributes.Abstract);

    public bool IsPlugin(string type) => Lineage(type).Any(t => t.Interfaces.Contains(PluginInterface, StringComparer.Ordinal));

    public bool IsActivity(string type) => Lineage(type).Any(t => t.Base == ActivityClass);

    private IEnumerable<(string? Base, IReadOnlyList<string> Interfaces)> Lineage(string type)
    {
        for (string? name = type; name is not null && _types.TryGetValue(name, out var definition);)
        {
            var interfaces = definition.GetInterfaceImplementations().Select(i => NameOf(_reader.GetInterfaceImplementation(i).Interface) ?? "").ToList();
            name = NameOf(definition.BaseType);
            yield return (name, interfaces);
        }
    }

    private string NameOf(TypeDefinition type)
    {
        var name = _reader.GetString(type.Name);
        if (type.GetDeclaringType() is { IsNil: false } outer)
        {
            return NameOf(_reader.GetTypeDefinition(outer)) + "+" + name;
        }

        return type.Namespace.IsNil ? name : _reader.GetString(type.Namespace) + "." + name;
    }

    private string? NameOf(EntityHandle handle)
    {
        if (handle.IsNil)
        {
            return null;
        }

        if (handle.Kind == HandleKind.TypeDefinition)
        {
            return NameOf(_reader.GetTypeDefinition((TypeDefinitionHandle)handle));
        }

        if (handle.Kind != HandleKind.TypeReference)
        {
            return null;
        }

        var reference = _reader.GetTypeReference((TypeReferenceHandle)handle);
        return reference.Namespace.IsNil ? _reader.GetString(reference.Name) : _reader.GetString(reference.Namespace) + "." + _reader.GetString(reference.Name);
    }
}
