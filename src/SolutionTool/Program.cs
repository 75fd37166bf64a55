using SolutionTool.CommandLine;

return ToolCommand.Run(args, Console.Out, Console.Error);
