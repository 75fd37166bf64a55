using System.ComponentModel;
using System.Diagnostics;
using House;

namespace WebResources;

/// <summary>Node's tools in the folder of the web resources, with exactly the packages of its lock file.</summary>
internal static class Npm
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);
    private static readonly Lock Gate = new();

    private static string Folder => Repository.PathOf("webresources");

    /// <summary>Runs a script of package.json; fails with all that it said.</summary>
    public static void Run(string script)
    {
        lock (Gate)
        {
            Install();
            var (code, said) = Start("run " + script);
            Assert.True(code == 0, $"npm run {script} ended with {code}:\n{said}");
        }
    }

    /// <summary>Installs what the lock file names; nothing when it is there already.</summary>
    private static void Install()
    {
        var locked = File.ReadAllText(Path.Combine(Folder, "package-lock.json"));
        var mark = Path.Combine(Folder, "node_modules", ".installed-lock");
        if (File.Exists(mark) && File.ReadAllText(mark) == locked)
        {
            return;
        }

        var (code, said) = Start("ci --no-audit --no-fund");
        Assert.True(code == 0, $"npm ci ended with {code}:\n{said}");
        File.WriteAllText(mark, locked);
    }

    private static (int Code, string Said) Start(string arguments)
    {
        var start = OperatingSystem.IsWindows() ? new ProcessStartInfo("cmd", "/c npm " + arguments) : new ProcessStartInfo("npm", arguments);
        start.WorkingDirectory = Folder;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (Win32Exception missing)
        {
            throw new InvalidOperationException("The tests of the web resources need Node.js 20 or newer, and npm was not found: install it from https://nodejs.org or by the system's package manager.", missing);
        }

        using (process)
        {
            Task<string> output = process.StandardOutput.ReadToEndAsync();
            Task<string> errors = process.StandardError.ReadToEndAsync();
            if (!process.WaitForExit(Longest))
            {
                process.Kill(entireProcessTree: true);
                return (-1, "It did not end within ten minutes.");
            }

            return (process.ExitCode, output.Result + errors.Result);
        }
    }
}
