using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;

namespace CrmEmulator.AppShell;

/// <summary>The shell's own scripts and styles, kept inside the assembly.</summary>
internal static class ShellFiles
{
    private static readonly ConcurrentDictionary<string, byte[]> Known = new(StringComparer.Ordinal);

    /// <summary>A script or style by its name below the shell's folder: grid.js, xrm/form-context.js.</summary>
    public static IResult Serve(string name)
    {
        using var stream = typeof(ShellFiles).Assembly.GetManifestResourceStream("shell/" + name);
        if (stream is null)
        {
            return Results.NotFound();
        }

        var type = Path.GetExtension(name) switch
        {
            ".js" => "text/javascript; charset=utf-8",
            ".css" => "text/css; charset=utf-8",
            _ => "application/octet-stream",
        };
        return Results.Bytes(Known.GetOrAdd(name, Read), type);
    }

    /// <exception cref="InvalidOperationException">The assembly holds no such file.</exception>
    public static string Text(string name) => System.Text.Encoding.UTF8.GetString(Known.GetOrAdd(name, Read));

    private static byte[] Read(string name)
    {
        using var stream = typeof(ShellFiles).Assembly.GetManifestResourceStream("shell/" + name) ?? throw new InvalidOperationException($"The assembly holds no file {name}.");
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }
}
