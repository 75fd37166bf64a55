using System.Runtime.Serialization;
using System.Xml;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmEmulator.Pipeline;

/// <summary>Sends values through the data-contract serializer and back, as the sandbox does between plug-in and service.</summary>
internal static class ContractCheck
{
    private static readonly DataContractSerializer Parameters = For(typeof(ParameterCollection));

    /// <summary>What would arrive on the other side. Parameters of the SDK's rarer types go along as they are.</summary>
    /// <exception cref="SerializationException">A value cannot cross.</exception>
    public static ParameterCollection RoundTrip(ParameterCollection parameters)
    {
        if (PlainValues.Only(parameters))
        {
            return parameters;
        }

        var known = new ParameterCollection();
        known.AddRange(parameters.Where(parameter => IsChecked(parameter.Value)));
        var arrived = (ParameterCollection)Read(Parameters, Write(Parameters, known));
        var all = new ParameterCollection();
        foreach (var (name, value) in parameters)
        {
            all.Add(name, arrived.TryGetValue(name, out var crossed) ? crossed : value);
        }

        return all;
    }

    public static DataContractSerializer For(Type type) => new(type, new DataContractSerializerSettings { DataContractResolver = new KnownTypesResolver(), MaxItemsInObjectGraph = int.MaxValue });

    private static bool IsChecked(object? value) =>
        value is null or Entity or EntityReference or EntityCollection or EntityReferenceCollection or OptionSetValue or Money or QueryBase or ColumnSet or Relationship
        || value.GetType().Namespace == nameof(System);

    public static byte[] Write(DataContractSerializer serializer, object value)
    {
        using var stream = new MemoryStream();
        using (var writer = XmlDictionaryWriter.CreateBinaryWriter(stream, null, null, ownsStream: false))
        {
            serializer.WriteObject(writer, value);
        }

        return stream.ToArray();
    }

    public static object Read(DataContractSerializer serializer, byte[] bytes)
    {
        using var reader = XmlDictionaryReader.CreateBinaryReader(bytes, XmlDictionaryReaderQuotas.Max);
        return serializer.ReadObject(reader) ?? throw new SerializationException("The value was empty.");
    }
}
