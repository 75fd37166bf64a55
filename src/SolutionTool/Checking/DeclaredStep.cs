using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace SolutionTool.Checking;

/// <summary>
/// A step as an attribute named StepAttribute on the plug-in's class says it: message, table, stage and mode in this order,
/// and by name Filters, Before (columns of the image before the operation) and Rank.
/// </summary>
public sealed record DeclaredStep(string Message, string Table, int Stage, int Mode, string Filters, string Before, int Rank)
{
    public const string AttributeName = "StepAttribute";

    /// <summary>Columns in one order, so that two lists of the same columns are the same text.</summary>
    public static string Columns(IEnumerable<string> names) => string.Join(",", names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    /// <summary>"Update of smsys_sms at stage 20" and what else sets it apart.</summary>
    public string Description =>
        $"{Message} of {Table} at stage {Stage}, {(Mode == 1 ? "asynchronous" : "synchronous")}, rank {Rank}"
        + (Filters.Length > 0 ? $", filtered by {Filters}" : "") + (Before.Length > 0 ? $", with {Before} from before" : "");

    /// <summary>Reads one attribute; null when it has another shape.</summary>
    public static DeclaredStep? Read(CustomAttribute attribute)
    {
        var value = attribute.DecodeValue(new TypeNames());
        var given = value.FixedArguments;
        if (given.Length < 3 || given[0].Value is not string message || given[1].Value is not string table || given[2].Value is not int stage)
        {
            return null;
        }

        var mode = given.Length > 3 && given[3].Value is int asked ? asked : 0;
        return new DeclaredStep(message, table, stage, mode, Names(value, "Filters"), Names(value, "Before"), Named(value, "Rank") as int? ?? 1);
    }

    private static string Names(CustomAttributeValue<string> value, string name) => Named(value, name) is ImmutableArray<CustomAttributeTypedArgument<string>> items
        ? Columns(items.Select(i => i.Value as string ?? ""))
        : "";

    private static object? Named(CustomAttributeValue<string> value, string name) => value.NamedArguments.FirstOrDefault(a => a.Name == name).Value;

    private sealed class TypeNames : ICustomAttributeTypeProvider<string>
    {
        public string GetPrimitiveType(PrimitiveTypeCode typeCode) => typeCode.ToString();

        public string GetSystemType() => "System.Type";

        public string GetSZArrayType(string elementType) => elementType + "[]";

        public string GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) => reader.GetString(reader.GetTypeDefinition(handle).Name);

        public string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) => reader.GetString(reader.GetTypeReference(handle).Name);

        public string GetTypeFromSerializedName(string name) => name;

        public PrimitiveTypeCode GetUnderlyingEnumType(string type) => PrimitiveTypeCode.Int32;

        public bool IsSystemType(string type) => type == "System.Type";
    }
}
