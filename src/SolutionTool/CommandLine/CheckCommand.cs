using System.CommandLine;
using SolutionTool.Checking;
using SolutionTool.Layout;
using SolutionTool.Packing;
using SolutionTool.Problems;

namespace SolutionTool.CommandLine;

/// <summary><c>check FOLDER|ZIP</c></summary>
public static class CheckCommand
{
    /// <summary>Names the folder with Microsoft's CustomizationsSolution.xsd; without it the schema layer is left out.</summary>
    public const string SchemaVariable = "SMSYS_XSD";

    public static Command Create(TextWriter output, TextWriter errors)
    {
        var source = new Argument<string>("FOLDER|ZIP") { Description = "The unpacked solution or its zip." };
        var managed = new Option<bool>("--managed") { Description = "Check the tree as it would be packed managed." };
        var closed = new Option<string[]>("--closed-table")
        {
            Description = "Logical name of a table on which no role may have any privilege; without it every table must be readable by some role. May be repeated.",
            DefaultValueFactory = _ => [],
        };
        var command = new Command("check", $"Checks whether a solution would import: files, manifest, code, steps, metadata, ribbon, roles, labels, and the schema when {SchemaVariable} names its folder. Exit code 1 when there are errors; warnings do not count.")
        {
            source, managed, closed,
        };
        var content = new ContentOptions(command);
        command.SetAction(parsed =>
        {
            var path = parsed.GetValue(source)!;
            var kind = parsed.GetValue(managed) ? PackageKind.Managed : PackageKind.Unmanaged;
            var package = Directory.Exists(path) ? new TreeReader(content.Read(parsed), kind, dllsMayBeAbsent: true).Read(path) : PackageZip.Read(path);
            foreach (var absent in package.AbsentParts)
            {
                errors.WriteLine($"note: {absent} was not given (--dll), so the identity of the code and its types were not checked.");
            }

            var schemas = Environment.GetEnvironmentVariable(SchemaVariable);
            var options = new CheckOptions
            {
                SchemaFolder = string.IsNullOrEmpty(schemas) ? null : schemas,
                ClosedTables = parsed.GetValue(closed)!.ToHashSet(StringComparer.Ordinal),
            };
            var problems = SolutionCheck.Run(package, options);
            foreach (var problem in problems)
            {
                output.WriteLine(problem);
            }

            var count = problems.Count(p => p.Severity == Severity.Error);
            output.WriteLine($"{count} error(s), {problems.Count - count} warning(s).");
            return count == 0 ? ExitCode.Fine : ExitCode.Problems;
        });
        return command;
    }
}
