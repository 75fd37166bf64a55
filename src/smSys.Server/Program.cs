using Microsoft.Extensions.Hosting;
using smSys.Server.Hosting;

var options = OptionReader.Read(args, out var problems);
if (problems.Count > 0)
{
    foreach (var problem in problems)
    {
        Console.Error.WriteLine(problem);
    }

    return 2;
}

await using var server = SmsServer.Build(options, surroundings: builder => builder.Services.AddWindowsService(service => service.ServiceName = "smSys.Server").AddSystemd());
try
{
    await server.StartAsync();
}
catch (IOException fault)
{
    Console.Error.WriteLine("The server cannot listen at " + options.Listen + ": " + fault.Message);
    return 1;
}

await server.WaitAsync();
return 0;
