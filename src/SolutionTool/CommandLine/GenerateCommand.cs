using System.CommandLine;

namespace SolutionTool.CommandLine;

/// <summary><c>generate FOLDER</c></summary>
public static class GenerateCommand
{
    public static Command Create(TextWriter output, TextWriter errors)
    {
        var command = new Command("generate", "Writes typed tables and script constants from a solution.");
        command.SetAction(_ => ExitCode.Fine);
        return command;
    }
}
