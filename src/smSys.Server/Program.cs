using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using smSys.Server.Hosting;

if (KeyCommand.IsMeant(args))
{
    var path = KeyCommand.PathOf(args, OptionReader.Read([], out _).Ear, out var problem);
    (path is null ? Console.Error : Console.Out).WriteLine(path ?? problem);
    return path is null ? 2 : 0;
}

var options = OptionReader.Read(args, out var problems);
if (problems.Count > 0)
{
    foreach (var problem in problems)
    {
        Console.Error.WriteLine(problem);
    }

    return 2;
}

try
{
    await using var server = SmsServer.Build(
        options,
        surroundings: builder => builder.Services.AddWindowsService(service => service.ServiceName = "smSys.Server").AddSystemd());
    await server.StartAsync();
    Console.WriteLine("smSys.Server listens at " + server.Address);
    await server.WaitAsync();
    return 0;
}
catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
{
    Console.Error.WriteLine("The server cannot start: " + fault.Message + " Choose another address with --Listen, or another folder with --Ear:Folder.");
    return 1;
}
