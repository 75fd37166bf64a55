using System.CommandLine;
using DevHost;
using DevHost.Commands;

var root = new RootCommand("smSys on this machine: a Dynamics organisation, the providers' web services and the server, with no account anywhere.");
ServeCommand.AddTo(root);
root.Subcommands.Add(JourneyCommand.Create());
root.Subcommands.Add(SamplesCommand.Create());
root.Subcommands.Add(BulkCommand.Create());

var parsed = root.Parse(args);
if (parsed.Errors.Count > 0)
{
    // The library would print its help on standard output and exit with 1, which here means "does not add up".
    await Console.Error.WriteLineAsync(string.Join(' ', parsed.Errors.Select(error => error.Message)) + " --help lists what there is.");
    return ExitCode.BadInput;
}

try
{
    return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (BadInputException problem)
{
    await Console.Error.WriteLineAsync(problem.Message);
    return ExitCode.BadInput;
}
