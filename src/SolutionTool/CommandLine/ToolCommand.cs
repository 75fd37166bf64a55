using System.CommandLine;
using SolutionTool.Problems;

namespace SolutionTool.CommandLine;

/// <summary>The tool's command line. Exit codes: 0 fine, 1 the solution has errors or generated files are stale, 2 bad input.</summary>
public static class ToolCommand
{
    /// <summary>Runs one command; results go to <paramref name="output"/>, problems and complaints to <paramref name="errors"/>.</summary>
    public static int Run(IReadOnlyList<string> args, TextWriter output, TextWriter errors)
    {
        var root = new RootCommand("Packs, unpacks and checks a Dynamics solution, and generates code from it. Exit codes: 0 fine, 1 the solution has errors or generated files are stale, 2 bad input.")
        {
            PackCommand.Create(output),
            UnpackCommand.Create(output),
            CheckCommand.Create(output, errors),
            GenerateCommand.Create(output, errors),
            RegisterCommand.Create(output, errors),
        };
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                errors.WriteLine(error.Message);
            }

            errors.WriteLine("Try --help.");
            return ExitCode.BadInput;
        }

        try
        {
            return parsed.Invoke(new InvocationConfiguration { Output = output, Error = errors, EnableDefaultExceptionHandler = false });
        }
        catch (BadInputException bad)
        {
            errors.WriteLine(bad.Message);
            return ExitCode.BadInput;
        }
        catch (RefusedException refused)
        {
            foreach (var problem in refused.Problems)
            {
                errors.WriteLine(problem);
            }

            errors.WriteLine($"{refused.Problems.Count} error(s); nothing was written.");
            return ExitCode.Problems;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            errors.WriteLine($"A file could not be read or written: {fault.Message}");
            return ExitCode.BadInput;
        }
    }
}
