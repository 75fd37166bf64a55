using System.ComponentModel;
using System.Diagnostics;
using House;

namespace WebResources;

/// <summary>Node's tools in a folder with a package.json, with exactly the packages of its lock file.</summary>
/// <param name="folder">Named from the root of the checkout.</param>
internal sealed class Npm(string folder)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);
    private static readonly Lock Gate = new();

    private string Folder { get; } = Repository.PathOf(folder);

    /// <summary>Runs a script of package.json; fails with all that it said.</summary>
    /// <param name="script">Its name.</param>
    /// <param name="variables">What it finds in its environment beside what this process has.</param>
    public void Run(string script, params (string Name, string Value)[] variables)
    {
        lock (Gate)
        {
            Install();
            var (code, said) = Start("run " + script, variables);
            Assert.True(code == 0, $"npm run {script} in {folder} ended with {code}:\n{said}");
        }
    }

    /// <summary>Full path of a file of a package, which is installed if need be.</summary>
    public string FileOf(string path)
    {
        lock (Gate)
        {
            Install();
            return Path.Combine(Folder, "node_modules", path);
        }
    }

    /// <summary>Installs what the lock file names; nothing when it is there already.</summary>
    private void Install()
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

    private (int Code, string Said) Start(string arguments, params (string Name, string Value)[] variables)
    {
        var start = OperatingSystem.IsWindows() ? new ProcessStartInfo("cmd", "/c npm " + arguments) : new ProcessStartInfo("npm", arguments);
        start.WorkingDirectory = Folder;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (Win32Exception missing)
        {
            throw new InvalidOperationException("The tests in JavaScript need Node.js 20 or newer, and npm was not found: install it from https://nodejs.org or by the system's package manager.", missing);
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
