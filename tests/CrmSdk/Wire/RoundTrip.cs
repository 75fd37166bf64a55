using System.Runtime.Serialization;
using System.Xml;
using Microsoft.Xrm.Sdk;

namespace CrmSdk.Tests.Wire;

/// <summary>Sends a value through the data-contract serializer, as the service does between a plug-in and itself.</summary>
internal static class RoundTrip
{
    public static T Of<T>(T value) => Through(value, new DataContractSerializer(typeof(T)));

    public static T WithResolver<T>(T value) =>
        Through(value, new DataContractSerializer(typeof(T), new DataContractSerializerSettings { DataContractResolver = new KnownTypesResolver() }));

    public static string Text<T>(T value)
    {
        using var text = new StringWriter();
        using (var writer = XmlWriter.Create(text))
        {
            new DataContractSerializer(typeof(T)).WriteObject(writer, value);
        }

        return text.ToString();
    }

    private static T Through<T>(T value, DataContractSerializer serializer)
    {
        using var stream = new MemoryStream();
        serializer.WriteObject(stream, value);
        stream.Position = 0;
        return (T)serializer.ReadObject(stream)!;
    }
}
