using System.Diagnostics;
using System.Text;

namespace Journeys;

/// <summary>What a run of the host left behind.</summary>
internal sealed record HostResult(int ExitCode, string Output, string Errors);

/// <summary>DevHost as a process of its own, started from a folder that has nothing to do with it.</summary>
internal sealed class HostProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _errors = new();

    private HostProcess(string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            WorkingDirectory = Path.GetTempPath(),
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "DevHost.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => Append(_output, line.Data);
        _process.ErrorDataReceived += (_, line) => Append(_errors, line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Runs to the end.</summary>
    public static async Task<HostResult> RunAsync(params string[] arguments)
    {
        using var host = new HostProcess(arguments);
        return await host.EndAsync();
    }

    /// <summary>Starts and goes on.</summary>
    public static HostProcess Start(params string[] arguments) => new(arguments);

    /// <summary>It is over.</summary>
    public bool HasExited => _process.HasExited;

    /// <summary>Waits until standard output holds a text.</summary>
    public async Task WaitForAsync(string text)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (!Read(_output).Contains(text, StringComparison.Ordinal))
        {
            if (_process.HasExited)
            {
                throw new InvalidOperationException($"The host ended with {_process.ExitCode}: {Read(_errors)}");
            }

            await Task.Delay(50, limit.Token);
        }
    }

    /// <summary>SIGKILL: no finally block runs.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>
    /// SIGINT, as Ctrl-C sends it; then waits for the end. Tests that run in the background of a shell hand down that SIGINT is
    /// ignored; then SIGTERM, which takes the same way out.
    /// </summary>
    public async Task<HostResult> InterruptAsync()
    {
        using var kill = Process.Start("kill", [IgnoresInterrupts() ? "-TERM" : "-INT", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        return await EndAsync();
    }

    /// <summary>Waits for the end.</summary>
    public async Task<HostResult> EndAsync()
    {
        using var limit = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(limit.Token);
        return new HostResult(_process.ExitCode, Read(_output), Read(_errors));
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private bool IgnoresInterrupts()
    {
        const ulong Interrupt = 1UL << 1;
        const string Ignored = "SigIgn:";
        var status = $"/proc/{_process.Id}/status";
        return File.Exists(status)
            && File.ReadLines(status).FirstOrDefault(line => line.StartsWith(Ignored, StringComparison.Ordinal)) is { } mask
            && (Convert.ToUInt64(mask[Ignored.Length..].Trim(), 16) & Interrupt) != 0;
    }

    private static void Append(StringBuilder text, string? line)
    {
        lock (text)
        {
            if (line is not null)
            {
                text.AppendLine(line);
            }
        }
    }

    private static string Read(StringBuilder text)
    {
        lock (text)
        {
            return text.ToString();
        }
    }
}
