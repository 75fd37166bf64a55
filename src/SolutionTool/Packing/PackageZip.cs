using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;
using SolutionTool.Layout;
using SolutionTool.Problems;

namespace SolutionTool.Packing;

/// <summary>Writes and reads the zip of a solution. The same package always gives the same bytes: fixed times, ordinal order.</summary>
public static class PackageZip
{
    private static readonly DateTimeOffset FixedTime = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Write(SolutionPackage package)
    {
        var entries = new SortedDictionary<string, byte[]>(package.Parts, StringComparer.Ordinal)
        {
            [SolutionPackage.ManifestPart] = SolutionXml.Write(package.Manifest),
            [SolutionPackage.CustomizationsPart] = SolutionXml.Write(package.Customizations),
        };
        entries[ContentTypes.Part] = SolutionXml.Write(ContentTypes.For(entries.Keys));
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in entries)
            {
                var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
                entry.LastWriteTime = FixedTime;
                entry.ExternalAttributes = 0;
                using var stream = entry.Open();
                stream.Write(bytes);
            }
        }

        return memory.ToArray();
    }

    /// <summary>Reads a zip; throws <see cref="BadInputException"/> when it is no zip or no solution.</summary>
    public static SolutionPackage Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new BadInputException($"The zip {path} does not exist.");
        }

        var entries = ReadEntries(path);
        var manifest = Document(path, entries, SolutionPackage.ManifestPart);
        var customizations = Document(path, entries, SolutionPackage.CustomizationsPart);
        var package = new SolutionPackage(manifest, customizations);
        foreach (var (name, bytes) in entries.Where(e => e.Key is not (SolutionPackage.ManifestPart or SolutionPackage.CustomizationsPart or ContentTypes.Part)))
        {
            package.Parts.Add(name, bytes);
        }

        package.Problems.AddRange(ContentTypes.Check(entries, path));
        return package;
    }

    private static SortedDictionary<string, byte[]> ReadEntries(string path)
    {
        try
        {
            using var zip = ZipFile.OpenRead(path);
            var entries = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
            foreach (var entry in zip.Entries.Where(e => !e.FullName.EndsWith('/')))
            {
                using var stream = entry.Open();
                using var memory = new MemoryStream();
                stream.CopyTo(memory);
                if (!entries.TryAdd(entry.FullName, memory.ToArray()))
                {
                    throw new BadInputException($"The zip {path} holds {entry.FullName} twice.");
                }
            }

            return entries;
        }
        catch (InvalidDataException fault)
        {
            throw new BadInputException($"{path} is not a readable zip file: {fault.Message}");
        }
    }

    private static XElement Document(string path, SortedDictionary<string, byte[]> entries, string name)
    {
        if (!entries.TryGetValue(name, out var bytes))
        {
            throw new BadInputException($"The zip {path} has no {name} at its root, so it is not a Dynamics solution.");
        }

        try
        {
            return SolutionXml.Parse(new MemoryStream(bytes), name);
        }
        catch (XmlException fault)
        {
            throw new BadInputException($"{name} in {path} is not well-formed XML, line {fault.LineNumber}: {fault.Message}");
        }
    }
}
