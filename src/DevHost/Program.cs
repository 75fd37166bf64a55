using System.CommandLine;
using DevHost;
using DevHost.Commands;

var root = new RootCommand("smSys on this machine: a Dynamics organisation, the providers' web services and the server, with no account anywhere.");
ServeCommand.AddTo(root);
root.Subcommands.Add(JourneyCommand.Create());

try
{
    return await root.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (BadInputException problem)
{
    await Console.Error.WriteLineAsync(problem.Message);
    return ExitCode.BadInput;
}
