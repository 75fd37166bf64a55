using System.Diagnostics;

namespace Browser;

/// <summary>
/// The browser for tests: the one that CHROMIUM names, one at a usual place, as root on Debian the distribution's, else the one that a
/// test project can fetch. Its absence is a failure, never a test left out.
/// </summary>
internal sealed class Chromium
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    /// <summary>What the variable CHROMIUM says.</summary>
    public string? Named { get; init; } = Environment.GetEnvironmentVariable("CHROMIUM");

    /// <summary>Where it lies when somebody installed it.</summary>
    public IReadOnlyList<string> Usual { get; init; } = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/snap/bin/chromium", "C:/Program Files/Google/Chrome/Application/chrome.exe", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"];

    /// <summary>Installs the distribution's at a usual place and gives what was said; null: this is no Debian, or not its root.</summary>
    public Func<string>? Install { get; init; } = Environment.UserName == "root" && File.Exists("/usr/bin/apt-get")
        ? () => Apt("update") + Apt("install -y --no-install-recommends chromium fonts-dejavu-core")
        : null;

    /// <summary>Gets a browser and says where it lies; null, or a null answer: nothing can be fetched.</summary>
    public Func<string?>? Fetch { get; init; }

    /// <summary>Full path of the browser's program.</summary>
    public static string Demand(Func<string?>? fetch = null) => new Chromium { Fetch = fetch }.Find();

    /// <summary>Full path; what is not found fails the test that asks.</summary>
    public string Find()
    {
        if (Named is { Length: > 0 })
        {
            Assert.True(File.Exists(Named), $"The variable CHROMIUM names {Named}, and there is no such file.");
            return Named;
        }

        var said = "This test does not run as root on Debian, so it installs nothing there.";
        var found = Usual.FirstOrDefault(File.Exists);
        if (found is null && Install is not null)
        {
            said = Install();
            found = Usual.FirstOrDefault(File.Exists);
        }

        found ??= Fetch?.Invoke();
        Assert.True(found is not null && File.Exists(found), "Chromium is missing. Install it (sudo apt-get install -y chromium) or name it in the variable CHROMIUM.\n" + said);
        return found;
    }

    private static string Apt(string arguments)
    {
        var start = new ProcessStartInfo("/bin/sh", ["-c", "apt-get -o DPkg::Lock::Timeout=120 " + arguments + " 2>&1"]) { RedirectStandardOutput = true };
        start.Environment["DEBIAN_FRONTEND"] = "noninteractive";
        using var apt = Process.Start(start)!;
        Task<string> said = apt.StandardOutput.ReadToEndAsync();
        if (!apt.WaitForExit(Longest))
        {
            apt.Kill(entireProcessTree: true);
            return "apt-get did not end within ten minutes.";
        }

        return said.Result;
    }
}
