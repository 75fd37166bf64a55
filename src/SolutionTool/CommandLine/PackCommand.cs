using System.CommandLine;
using SolutionTool.Packing;

namespace SolutionTool.CommandLine;

/// <summary><c>pack FOLDER --out ZIP</c></summary>
public static class PackCommand
{
    public static Command Create(TextWriter output)
    {
        var folder = new Argument<string>("FOLDER") { Description = "The unpacked solution." };
        var zip = new Option<string>("--out") { Description = "The zip to write.", Required = true };
        var managed = new Option<bool>("--managed") { Description = "Pack as managed; without it as unmanaged." };
        var version = new Option<string?>("--solution-version") { Description = "Version a.b.c.d to write instead of the one in Other/Solution.xml." };
        var baseText = new Option<string?>("--base-text") { Description = "LCID of a language of the solution whose texts stand for the base language too, for organisations that do not have that language; 1065 for Persian." };
        var command = new Command("pack", "Packs an unpacked solution into a zip; the same tree gives the same bytes. Refuses a tree with broken or missing files.")
        {
            folder, zip, managed, version, baseText,
        };
        var content = new ContentOptions(command);
        command.SetAction(parsed =>
        {
            var kind = parsed.GetValue(managed) ? PackageKind.Managed : PackageKind.Unmanaged;
            var bytes = Packer.Pack(parsed.GetValue(folder)!, content.Read(parsed), kind, parsed.GetValue(version), parsed.GetValue(baseText));
            var path = Path.GetFullPath(parsed.GetValue(zip)!);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, bytes);
            output.WriteLine($"Packed {kind.ToString().ToLowerInvariant()} {path} ({bytes.Length} bytes).");
            return ExitCode.Fine;
        });
        return command;
    }
}
