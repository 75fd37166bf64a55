using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using SolutionTool.Checking;

namespace SolutionTool.Tests;

/// <summary>Makes small plug-in DLLs: only metadata, no code, with any identity and types a test wants.</summary>
public sealed class PluginDllMaker
{
    private readonly MetadataBuilder _metadata = new();
    private readonly Dictionary<string, AssemblyReferenceHandle> _assemblies = new(StringComparer.Ordinal);

    public string Name { get; init; } = "Zarf.Plugins";

    public Version Version { get; init; } = new(1, 0, 0, 0);

    /// <summary>The key decides the token; the default gives the token of the good tree.</summary>
    public byte[] PublicKey { get; init; } = [.. Enumerable.Range(1, 160).Select(i => (byte)i)];

    public bool Signed { get; init; } = true;

    public string Framework { get; init; } = ".NETFramework,Version=v4.6.2";

    /// <summary>Type name → "plugin", "activity", "nothing", "internal plugin" or "abstract plugin".</summary>
    public Dictionary<string, string> Types { get; init; } = new()
    {
        ["Zarf.Plugins.CallPreparing"] = "plugin",
        ["Zarf.Plugins.CallRequested"] = "plugin",
        ["Zarf.Plugins.MakeCall"] = "activity",
        ["Zarf.Plugins.PluginShell"] = "abstract plugin",
        ["Zarf.Plugins.Wording"] = "nothing",
    };

    public string? ExtraReference { get; init; }

    /// <summary>Steps that attributes on the types declare, after their type; null leaves the attribute class out.</summary>
    public IReadOnlyList<(string Type, DeclaredStep Step)>? Steps { get; init; }

    /// <summary>What the good tree has.</summary>
    public static readonly IReadOnlyList<(string Type, DeclaredStep Step)> GoodSteps =
    [
        ("Zarf.Plugins.CallPreparing", new DeclaredStep("Update", "zarf_call", 20, 0, "statuscode,zarf_note", "statuscode,zarf_note", 1)),
        ("Zarf.Plugins.CallRequested", new DeclaredStep("Update", "zarf_call", 40, 1, "zarf_startedon", "", 1)),
    ];

    public byte[] Make()
    {
        var assembly = _metadata.AddAssembly(Text(Name), Version, default, _metadata.GetOrAddBlob(PublicKey), AssemblyFlags.PublicKey, AssemblyHashAlgorithm.Sha1);
        _metadata.AddModule(0, Text(Name + ".dll"), _metadata.GetOrAddGuid(new Guid("0b0d3dd8-3b0a-4b1c-9a56-0b3f8f0a4a11")), default, default);
        _metadata.AddTypeDefinition(default, default, Text("<Module>"), default, MetadataTokens.FieldDefinitionHandle(1), MetadataTokens.MethodDefinitionHandle(1));
        AddFramework(assembly);
        var members = Types.Select(t => (t.Key, Handle: AddType(t.Key, t.Value), t.Value)).ToList();
        foreach (var member in members.Where(m => m.Value.EndsWith("plugin", StringComparison.Ordinal)))
        {
            _metadata.AddInterfaceImplementation(member.Handle, TypeOf("Microsoft.Xrm.Sdk", "Microsoft.Xrm.Sdk", "IPlugin"));
        }

        if (Steps is not null)
        {
            AddSteps(members.ToDictionary(m => m.Key, m => m.Handle, StringComparer.Ordinal));
        }

        if (ExtraReference is not null)
        {
            Assembly(ExtraReference);
        }

        var image = new BlobBuilder();
        new ManagedPEBuilder(new PEHeaderBuilder(imageCharacteristics: Characteristics.Dll | Characteristics.ExecutableImage), new MetadataRootBuilder(_metadata), new BlobBuilder(),
            flags: CorFlags.ILOnly | (Signed ? CorFlags.StrongNameSigned : 0), deterministicIdProvider: _ => new BlobContentId(Guid.Empty, 1)).Serialize(image);
        return image.ToArray();
    }

    private TypeDefinitionHandle AddType(string fullName, string kind)
    {
        var dot = fullName.LastIndexOf('.');
        var visibility = kind.StartsWith("internal", StringComparison.Ordinal) ? TypeAttributes.NotPublic : TypeAttributes.Public;
        var concrete = kind.StartsWith("abstract", StringComparison.Ordinal) ? TypeAttributes.Abstract : TypeAttributes.Sealed;
        var parent = kind == "activity" ? TypeOf("System.Activities", "System.Activities", "CodeActivity") : TypeOf("mscorlib", "System", "Object");
        return _metadata.AddTypeDefinition(visibility | concrete, Text(fullName[..dot]), Text(fullName[(dot + 1)..]), parent, MetadataTokens.FieldDefinitionHandle(1), MetadataTokens.MethodDefinitionHandle(1));
    }

    /// <summary>class StepAttribute(string, string, Stage, StepMode), and one on each type for each step.</summary>
    private void AddSteps(Dictionary<string, TypeDefinitionHandle> types)
    {
        var enumeration = TypeOf("mscorlib", "System", "Enum");
        EntityHandle Enumeration(string name) => _metadata.AddTypeDefinition(TypeAttributes.Public | TypeAttributes.Sealed, Text("Zarf.Plugins"), Text(name), enumeration, MetadataTokens.FieldDefinitionHandle(1), MetadataTokens.MethodDefinitionHandle(1));
        var (stage, mode) = (Enumeration("Stage"), Enumeration("StepMode"));
        _metadata.AddTypeDefinition(TypeAttributes.Public, Text("Zarf.Plugins"), Text("StepAttribute"), TypeOf("mscorlib", "System", "Attribute"), MetadataTokens.FieldDefinitionHandle(1), MetadataTokens.MethodDefinitionHandle(1));
        var signature = new BlobBuilder();
        new BlobEncoder(signature).MethodSignature(isInstanceMethod: true).Parameters(4, r => r.Void(), p =>
        {
            p.AddParameter().Type().String();
            p.AddParameter().Type().String();
            p.AddParameter().Type().Type(stage, isValueType: true);
            p.AddParameter().Type().Type(mode, isValueType: true);
        });
        var constructor = _metadata.AddMethodDefinition(MethodAttributes.Public | MethodAttributes.SpecialName | MethodAttributes.RTSpecialName, MethodImplAttributes.IL, Text(".ctor"), _metadata.GetOrAddBlob(signature), -1, default);
        foreach (var (type, step) in Steps!)
        {
            var value = new BlobBuilder();
            new BlobEncoder(value).CustomAttributeSignature(
                fixedArguments =>
                {
                    fixedArguments.AddArgument().Scalar().Constant(step.Message);
                    fixedArguments.AddArgument().Scalar().Constant(step.Table);
                    fixedArguments.AddArgument().Scalar().Constant(step.Stage);
                    fixedArguments.AddArgument().Scalar().Constant(step.Mode);
                },
                named =>
                {
                    var arguments = named.Count(3);
                    Strings(arguments, "Filters", step.Filters);
                    Strings(arguments, "Before", step.Before);
                    arguments.AddArgument(false, t => t.ScalarType().Int32(), n => n.Name("Rank"), l => l.Scalar().Constant(step.Rank));
                });
            _metadata.AddCustomAttribute(types[type], constructor, _metadata.GetOrAddBlob(value));
        }
    }

    private static void Strings(NamedArgumentsEncoder arguments, string name, string list)
    {
        var items = list.Split(',', StringSplitOptions.RemoveEmptyEntries);
        arguments.AddArgument(false, t => t.SZArray().ElementType().String(), n => n.Name(name), l =>
        {
            var vector = l.Vector().Count(items.Length);
            foreach (var item in items)
            {
                vector.AddLiteral().Scalar().Constant(item);
            }
        });
    }

    private void AddFramework(AssemblyDefinitionHandle assembly)
    {
        var signature = new BlobBuilder();
        new BlobEncoder(signature).MethodSignature(isInstanceMethod: true).Parameters(1, r => r.Void(), p => p.AddParameter().Type().String());
        var constructor = _metadata.AddMemberReference(TypeOf("mscorlib", "System.Runtime.Versioning", "TargetFrameworkAttribute"), Text(".ctor"), _metadata.GetOrAddBlob(signature));
        var value = new BlobBuilder();
        new BlobEncoder(value).CustomAttributeSignature(f => f.AddArgument().Scalar().Constant(Framework), n => n.Count(0));
        _metadata.AddCustomAttribute(assembly, constructor, _metadata.GetOrAddBlob(value));
    }

    private TypeReferenceHandle TypeOf(string assembly, string space, string name) => _metadata.AddTypeReference(Assembly(assembly), Text(space), Text(name));

    private AssemblyReferenceHandle Assembly(string name)
    {
        if (!_assemblies.TryGetValue(name, out var handle))
        {
            _assemblies[name] = handle = _metadata.AddAssemblyReference(Text(name), new Version(4, 0, 0, 0), default, default, default, default);
        }

        return handle;
    }

    private StringHandle Text(string text) => _metadata.GetOrAddString(text);
}
