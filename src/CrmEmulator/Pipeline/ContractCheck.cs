using System.Runtime.Serialization;
using System.Xml;
using Microsoft.Xrm.Sdk;

namespace CrmEmulator.Pipeline;

/// <summary>Sends values through the data-contract serializer and back, as the sandbox does between plug-in and service.</summary>
internal static class ContractCheck
{
    private static readonly DataContractSerializer Parameters = For(typeof(ParameterCollection));

    /// <summary>What would arrive on the other side.</summary>
    /// <exception cref="SerializationException">A value cannot cross.</exception>
    public static ParameterCollection RoundTrip(ParameterCollection parameters) => (ParameterCollection)Read(Parameters, Write(Parameters, parameters));

    public static DataContractSerializer For(Type type) => new(type, new DataContractSerializerSettings { DataContractResolver = new KnownTypesResolver(), MaxItemsInObjectGraph = int.MaxValue });

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
