using System.CommandLine;
using System.Net.Sockets;
using DevHost.Journey;
using DevHost.People;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;

namespace DevHost.Commands;

/// <summary>Without a command: everything on http://localhost until Ctrl-C.</summary>
public static class ServeCommand
{
    private const int DefaultPort = 5080;

    /// <summary>Makes serving what the program does when no command is named.</summary>
    public static void AddTo(RootCommand root)
    {
        var port = new Option<int>("--port") { Description = "Port on localhost.", DefaultValueFactory = _ => DefaultPort };
        var folder = new Option<DirectoryInfo?>("--data") { Description = "Folder that keeps the organisation and the simulators; without it, memory." };
        var provider = new Option<string>("--provider") { Description = "Provider whose setting is the default: " + LocalProvider.Choice + ".", DefaultValueFactory = _ => LocalProvider.Default };
        root.Options.Add(port);
        root.Options.Add(provider);
        root.Options.Add(folder);
        root.SetAction((parsed, stop) => RunAsync(parsed.GetValue(port), parsed.GetValue(provider)!, parsed.GetValue(folder)?.FullName, stop));
    }

    private static async Task<int> RunAsync(int port, string provider, string? folder, CancellationToken stop)
    {
        if (port is < 1 or > 65535)
        {
            throw new BadInputException($"--port {port} is no port; choose 1 to 65535.");
        }

        // The first setting that is entered becomes the default.
        var chosen = LocalProvider.Of(provider).Name;
        string[] names = [chosen, .. LocalProvider.Names.Where(name => name != chosen)];
        await using var system = await LocalSystem.StartAsync(new LocalSystemOptions { Providers = names, DataFolder = folder }, stop);
        foreach (var name in names)
        {
            new JourneySetup(system).Enter(LocalProvider.Of(name));
        }

        new SamplePeople(system).Enter();
        SampleCustomers.Enter(system.Service);
        await using var web = LocalWeb.Build(system, port);
        await StartAsync(web, port, stop);
        Announce(system, port, folder);
        try
        {
            await Task.Delay(Timeout.Infinite, stop);
        }
        catch (OperationCanceledException)
        {
            Console.WriteLine("Stopping.");
        }

        return ExitCode.Done;
    }

    private static async Task StartAsync(WebApplication web, int port, CancellationToken stop)
    {
        try
        {
            await web.StartAsync(stop);
        }
        catch (IOException e) when (e.InnerException is AddressInUseException or SocketException)
        {
            throw new BadInputException($"Port {port} is taken by another program; choose another with --port.");
        }
    }

    private static void Announce(LocalSystem system, int port, string? folder)
    {
        Console.WriteLine($"smSys runs on http://localhost:{port} – Ctrl-C stops it.");
        Console.WriteLine($"  first page   http://localhost:{port}/");
        Console.WriteLine($"  apps         http://localhost:{port}/main.aspx");
        Console.WriteLine($"  phone        http://localhost:{port}/phone");
        Console.WriteLine($"  Web API      http://localhost:{port}/api/data/v9.0/");
        foreach (var simulator in system.Simulators.Simulators)
        {
            Console.WriteLine($"  {simulator.Name,-12} {simulator.Address} (plug-ins call it http://{simulator.HostName}/)");
        }

        Console.WriteLine(folder is null ? "  data         in memory; --data FOLDER keeps it" : $"  data         {folder}");
    }
}
