using System.CommandLine;
using SolutionTool.Registering;

namespace SolutionTool.CommandLine;

/// <summary><c>register FOLDER --dll NAME=PATH</c></summary>
public static class RegisterCommand
{
    public static Command Create(TextWriter output, TextWriter errors)
    {
        var folder = new Argument<string>("FOLDER") { Description = "The unpacked solution." };
        var check = new Option<bool>("--check") { Description = "Write nothing; say what differs and return 1 if anything does." };
        var command = new Command("register", "Writes the plug-in types of a DLL, and the steps its [Step] attributes declare, into an unpacked solution. What is there keeps its id; what the DLL no longer has is removed.") { folder, check };
        var content = new ContentOptions(command);
        command.SetAction(parsed =>
        {
            var plan = Registration.Plan(parsed.GetValue(folder)!, content.Read(parsed));
            var checkOnly = parsed.GetValue(check);
            foreach (var (path, bytes) in plan.Changes)
            {
                (checkOnly ? errors : output).WriteLine(bytes is null ? $"{path} (removed)" : path);
            }

            if (checkOnly)
            {
                return plan.Changes.Count == 0 ? ExitCode.Fine : ExitCode.Problems;
            }

            plan.Apply();
            return ExitCode.Fine;
        });
        return command;
    }
}
