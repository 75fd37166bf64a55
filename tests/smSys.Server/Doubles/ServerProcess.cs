using System.Diagnostics;
using System.Text;

namespace smSys.Server.Tests.Doubles;

/// <summary>The program itself, as a process of its own that can be killed.</summary>
internal sealed class ServerProcess : IDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly TaskCompletionSource<Uri> _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ServerProcess(Process process) => _process = process;

    internal string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    internal static async Task<(ServerProcess Server, Uri Address)> StartAsync(params string[] arguments)
    {
        var server = Run(arguments);
        return (server, await server._listening.Task.WaitAsync(TimeSpan.FromSeconds(60)));
    }

    /// <summary>Runs to its own end.</summary>
    internal static async Task<(int ExitCode, string Output)> RunToEndAsync(string[] arguments, params (string Name, string Value)[] environment)
    {
        using var server = Run(arguments, environment);
        await server._process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
        return (server._process.ExitCode, server.Output);
    }

    /// <summary>SIGKILL: nothing in the program runs any more.</summary>
    internal async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
    }

    private static ServerProcess Run(string[] arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "smSys.Server.dll"));
        Array.ForEach(arguments, start.ArgumentList.Add);
        Array.ForEach(environment, variable => start.Environment[variable.Name] = variable.Value);
        var process = new Process { StartInfo = start };
        var server = new ServerProcess(process);
        process.OutputDataReceived += (_, line) => server.Take(line.Data);
        process.ErrorDataReceived += (_, line) => server.Take(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return server;
    }

    private void Take(string? line)
    {
        const string listens = "smSys.Server listens at ";
        if (line is null)
        {
            _listening.TrySetException(new InvalidOperationException("The server ended: " + Output));
            return;
        }

        lock (_output)
        {
            _output.AppendLine(line);
        }

        if (line.StartsWith(listens, StringComparison.Ordinal))
        {
            _listening.TrySetResult(new Uri(line[listens.Length..]));
        }
    }
}
