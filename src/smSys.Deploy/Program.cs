using smSys.Deploy.CommandLine;

return DeployCommands.Run(args, Console.Out, Console.Error);
