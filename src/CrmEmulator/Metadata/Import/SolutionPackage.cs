using System.IO.Compression;
using System.Xml.Linq;
using CrmEmulator.Faults;

namespace CrmEmulator.Metadata.Import;

/// <summary>A packed solution opened for reading.</summary>
internal sealed class SolutionPackage : IDisposable
{
    private readonly ZipArchive archive;

    public SolutionPackage(Stream stream)
    {
        try
        {
            archive = new ZipArchive(stream, ZipArchiveMode.Read);
        }
        catch (InvalidDataException exception)
        {
            throw Fault.Of(FaultCodes.ImportFailed, "The solution file is invalid: it is not a zip. " + exception.Message);
        }

        Manifest = Xml("solution.xml");
        Customizations = Xml("customizations.xml");
        if (archive.GetEntry("[Content_Types].xml") is null)
        {
            throw Fault.Of(FaultCodes.ImportFailed, "The solution file is invalid: the part [Content_Types].xml is missing.");
        }
    }

    public XElement Manifest { get; }

    public XElement Customizations { get; }

    /// <summary>A file of the package by the path its component gives (with or without a leading slash).</summary>
    public byte[] File(string path, string component)
    {
        var entry = archive.GetEntry(path.TrimStart('/'))
            ?? throw Fault.Of(FaultCodes.ImportFailed, $"The solution file is invalid: {component} names the file {path}, which is not in the package.");
        using var stream = entry.Open();
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }

    public void Dispose() => archive.Dispose();

    private XElement Xml(string name)
    {
        var entry = archive.GetEntry(name)
            ?? throw Fault.Of(FaultCodes.ImportFailed, $"The solution file is invalid: the part {name} is missing.");
        using var stream = entry.Open();
        return XDocument.Load(stream).Root!;
    }
}
