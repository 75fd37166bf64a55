using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace CrmSdk.Tests.Surface;

/// <summary>An assembly on disk, read and never loaded.</summary>
internal sealed class AssemblyFile : IDisposable
{
    private readonly PEReader _file;
    private readonly MetadataReader _reader;
    private readonly SignatureText _text = new();

    public AssemblyFile(string name)
    {
        _file = new PEReader(File.OpenRead(Path.Combine(AppContext.BaseDirectory, name + ".dll")));
        _reader = _file.GetMetadataReader();
    }

    public AssemblyName Identity => _reader.GetAssemblyDefinition().GetAssemblyName();

    public IEnumerable<AssemblyName> AssemblyReferences => _reader.AssemblyReferences.Select(handle => _reader.GetAssemblyReference(handle).GetAssemblyName());

    public void Dispose() => _file.Dispose();

    /// <summary>Every visible type with its declaration.</summary>
    public IEnumerable<KeyValuePair<string, string>> Types() =>
        from handle in _reader.TypeDefinitions
        let type = _reader.GetTypeDefinition(handle)
        where Visible(type)
        select KeyValuePair.Create(_text.Name(_reader, handle), Declaration(type));

    /// <summary>Every visible member as <c>Type::name(parameters):result flags</c>.</summary>
    public IEnumerable<string> Members()
    {
        foreach (var handle in _reader.TypeDefinitions)
        {
            var type = _reader.GetTypeDefinition(handle);
            if (!Visible(type))
            {
                continue;
            }

            var name = _text.Name(_reader, handle);
            var isInterface = (type.Attributes & TypeAttributes.Interface) != 0;
            foreach (var method in type.GetMethods().Select(_reader.GetMethodDefinition))
            {
                var access = method.Attributes & MethodAttributes.MemberAccessMask;
                if (access is MethodAttributes.Public or MethodAttributes.Family or MethodAttributes.FamORAssem)
                {
                    yield return name + "::" + SignatureText.Method(_reader.GetString(method.Name), method.DecodeSignature(_text, null))
                        + ((method.Attributes & MethodAttributes.Static) != 0 ? " static" : "")
                        + ((method.Attributes & MethodAttributes.Virtual) != 0 && !isInterface ? " virtual" : "")
                        + (access == MethodAttributes.Public ? "" : " protected");
                }
            }

            foreach (var field in type.GetFields().Select(_reader.GetFieldDefinition))
            {
                var access = field.Attributes & FieldAttributes.FieldAccessMask;
                if (access is FieldAttributes.Public or FieldAttributes.Family && (field.Attributes & FieldAttributes.SpecialName) == 0)
                {
                    yield return $"{name}::{_reader.GetString(field.Name)}:{field.DecodeSignature(_text, null)}"
                        + ((field.Attributes & FieldAttributes.Static) != 0 ? " static" : "")
                        + Constant(field);
                }
            }
        }
    }

    /// <summary>Every reference this assembly makes into the named ones: <c>Type</c>, or <c>Type::name(parameters):result</c>.</summary>
    public IEnumerable<string> ReferencesInto(IReadOnlyCollection<string> assemblies)
    {
        foreach (var handle in _reader.TypeReferences)
        {
            if (assemblies.Contains(Home(handle)))
            {
                yield return _text.Name(_reader, handle);
            }
        }

        foreach (var reference in _reader.MemberReferences.Select(_reader.GetMemberReference))
        {
            if (Owner(reference.Parent) is not { IsNil: false } owner || !assemblies.Contains(Home(owner)))
            {
                continue;
            }

            var name = _reader.GetString(reference.Name);
            yield return _text.Name(_reader, owner) + "::" + (reference.GetKind() == MemberReferenceKind.Method
                ? SignatureText.Method(name, reference.DecodeMethodSignature(_text, null))
                : name + ":" + reference.DecodeFieldSignature(_text, null));
        }
    }

    private TypeReferenceHandle? Owner(EntityHandle parent)
    {
        if (parent.Kind == HandleKind.TypeReference)
        {
            return (TypeReferenceHandle)parent;
        }

        if (parent.Kind != HandleKind.TypeSpecification)
        {
            return null;
        }

        var blob = _reader.GetBlobReader(_reader.GetTypeSpecification((TypeSpecificationHandle)parent).Signature);
        if (blob.ReadSignatureTypeCode() != SignatureTypeCode.GenericTypeInstance)
        {
            return null;
        }

        blob.ReadByte();
        var generic = blob.ReadTypeHandle();
        return generic.Kind == HandleKind.TypeReference ? (TypeReferenceHandle)generic : null;
    }

    private string Home(TypeReferenceHandle handle)
    {
        var scope = _reader.GetTypeReference(handle).ResolutionScope;
        return scope.Kind switch
        {
            HandleKind.AssemblyReference => _reader.GetString(_reader.GetAssemblyReference((AssemblyReferenceHandle)scope).Name),
            HandleKind.TypeReference => Home((TypeReferenceHandle)scope),
            _ => "",
        };
    }

    private bool Visible(TypeDefinition type) => (type.Attributes & TypeAttributes.VisibilityMask) switch
    {
        TypeAttributes.Public => true,
        TypeAttributes.NestedPublic => Visible(_reader.GetTypeDefinition(type.GetDeclaringType())),
        _ => false,
    };

    private string Declaration(TypeDefinition type)
    {
        var parent = type.BaseType.IsNil ? "" : _text.Name(_reader, type.BaseType);
        var kind = (type.Attributes & TypeAttributes.Interface) != 0 ? "interface"
            : parent == "System.Enum" ? "enum"
            : parent == "System.ValueType" ? "struct"
            : "class";
        var modifier = (type.Attributes & TypeAttributes.Sealed) != 0 ? "sealed "
            : kind == "class" && (type.Attributes & TypeAttributes.Abstract) != 0 ? "abstract "
            : "";
        var bases = type.GetInterfaceImplementations().Select(handle => _text.Name(_reader, _reader.GetInterfaceImplementation(handle).Interface)).ToList();
        if (kind == "class" && parent != "System.Object")
        {
            bases.Add(parent);
        }

        // The lists were sorted by culture; the order of the words does not matter here.
        return modifier + kind + (bases.Count == 0 ? "" : " : " + string.Join(", ", bases.Order(StringComparer.Ordinal)));
    }

    private string Constant(FieldDefinition field)
    {
        if (field.GetDefaultValue().IsNil)
        {
            return "";
        }

        var constant = _reader.GetConstant(field.GetDefaultValue());
        return FormattableString.Invariant($" = {_reader.GetBlobReader(constant.Value).ReadConstant(constant.TypeCode)}");
    }
}
