using System.CommandLine;
using SolutionTool.Layout;
using SolutionTool.Packing;
using SolutionTool.Problems;

namespace SolutionTool.CommandLine;

/// <summary><c>unpack ZIP --out FOLDER</c></summary>
public static class UnpackCommand
{
    public static Command Create(TextWriter output)
    {
        var zip = new Argument<string>("ZIP") { Description = "The solution's zip." };
        var folder = new Option<string>("--out") { Description = "The folder to write the tree into; existing files of the same name are overwritten.", Required = true };
        var command = new Command("unpack", "Unpacks a solution's zip into a tree of indented XML files.") { zip, folder };
        var content = new ContentOptions(command);
        command.SetAction(parsed =>
        {
            var package = PackageZip.Read(parsed.GetValue(zip)!);
            var errors = package.Problems.Where(p => p.Severity == Severity.Error).ToList();
            if (errors.Count > 0)
            {
                throw new RefusedException(errors);
            }

            var target = Path.GetFullPath(parsed.GetValue(folder)!);
            var written = new TreeWriter(content.Read(parsed)).Write(package, target);
            output.WriteLine($"Unpacked {written.Count} files into {target}.");
            return ExitCode.Fine;
        });
        return command;
    }
}
