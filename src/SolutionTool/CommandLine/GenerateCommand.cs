using System.CommandLine;
using SolutionTool.Generating;
using SolutionTool.Layout;
using SolutionTool.Model;
using SolutionTool.Problems;

namespace SolutionTool.CommandLine;

/// <summary><c>generate FOLDER --csharp DIR --script FILE</c></summary>
public static class GenerateCommand
{
    public static Command Create(TextWriter output, TextWriter errors)
    {
        var folder = new Argument<string>("FOLDER") { Description = "The unpacked solution." };
        var csharp = new Option<string>("--csharp") { Description = "The folder for *.generated.cs; files of that name which belong to nothing any more are deleted.", Required = true };
        var script = new Option<string?>("--script") { Description = "The JavaScript file with the constants for web resources." };
        var space = new Option<string>("--namespace") { Description = "The namespace of the C# types; its first part is the script's object.", DefaultValueFactory = _ => "smSys.Crm.Tables" };
        var check = new Option<bool>("--check") { Description = "Write nothing; say what is stale and return 1 if anything is." };
        var command = new Command("generate", "Writes typed tables in C# and constants in JavaScript from an unpacked solution.") { folder, csharp, script, space, check };
        command.SetAction(parsed =>
        {
            var package = new TreeReader(ContentMap.None, dllsMayBeAbsent: true).Read(parsed.GetValue(folder)!);
            var broken = package.Problems.Where(p => p.Code is "FILE03" or "FILE04").ToList();
            if (broken.Count > 0)
            {
                throw new RefusedException(broken);
            }

            var generator = new CodeGenerator(new SolutionModel(package), parsed.GetValue(space)!);
            var scriptFile = parsed.GetValue(script);
            var files = new GeneratedFiles(generator.CSharp(), parsed.GetValue(csharp)!, scriptFile is null ? null : generator.Script(), scriptFile);
            var stale = parsed.GetValue(check) ? files.Stale() : [];
            foreach (var sentence in stale)
            {
                errors.WriteLine(sentence);
            }

            if (stale.Count > 0)
            {
                errors.WriteLine($"{stale.Count} generated file(s) do not agree with the solution; run generate without --check.");
                return ExitCode.Problems;
            }

            foreach (var path in parsed.GetValue(check) ? [] : files.Write())
            {
                output.WriteLine(path);
            }

            return ExitCode.Fine;
        });
        return command;
    }
}
