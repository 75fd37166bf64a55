using smSys.Server;
using smSys.Server.CallBacks;

// "key PROCESS-ID" prints the call-back address to enter at a provider; everything else runs the server.
if (args is ["key", var id] && Guid.TryParse(id, out var process))
{
    var secret = new ConfigurationBuilder()
        .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
        .AddEnvironmentVariables()
        .Build()["smSys:CallBackSecret"];
    if (string.IsNullOrEmpty(secret))
    {
        Console.Error.WriteLine("smSys:CallBackSecret is not set; set it first.");
        return 2;
    }

    Console.WriteLine($"/push/{process:D}/{CallBackKey.Of(secret, process)}");
    return 0;
}

try
{
    await ServerHost.Build(args).RunAsync().ConfigureAwait(false);
    return 0;
}
catch (InvalidOperationException problem)
{
    Console.Error.WriteLine(problem.Message);
    return 2;
}
catch (IOException problem)
{
    Console.Error.WriteLine("The server cannot listen: " + problem.Message + " Choose another address with --urls.");
    return 2;
}
