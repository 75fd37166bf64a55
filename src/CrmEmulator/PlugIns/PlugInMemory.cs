using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.Loader;
using System.Security.Cryptography;

namespace CrmEmulator.PlugIns;

/// <summary>Plug-in assemblies as they came out of a solution package, each in a load context of its own; the SDK comes from the host.</summary>
internal sealed class PlugInMemory
{
    private static readonly PlugInMemory ForAll = new();

    private readonly ConcurrentDictionary<string, Lazy<Assembly>> loaded = new(StringComparer.Ordinal);

    /// <summary>Memory that all organisations of the process use, as tenants share a sandbox server; or memory of one's own.</summary>
    public static PlugInMemory Of(bool fresh) => fresh ? new PlugInMemory() : ForAll;

    /// <exception cref="BadImageFormatException">The bytes are no assembly.</exception>
    public Assembly Load(string name, ReadOnlyMemory<byte> content)
    {
        var key = Convert.ToHexString(SHA256.HashData(content.Span));
        return loaded.GetOrAdd(key, _ => new Lazy<Assembly>(() =>
        {
            using var stream = new MemoryStream(content.ToArray(), writable: false);
            return new PlugInLoadContext(name).LoadFromStream(stream);
        })).Value;
    }

    private sealed class PlugInLoadContext(string name) : AssemblyLoadContext("Plug-ins: " + name)
    {
        protected override Assembly? Load(AssemblyName assemblyName) => null;
    }
}
