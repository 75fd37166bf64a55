using System.Diagnostics;

namespace Browser;

/// <summary>
/// The browser for tests: the one that CHROMIUM names, one at a usual place, as root on Debian the distribution's, else the one that a
/// test project can fetch. Its absence is a failure, never a test left out.
/// </summary>
internal static class Chromium
{
    private static readonly string[] Usual = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/snap/bin/chromium", "C:/Program Files/Google/Chrome/Application/chrome.exe", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"];
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    /// <summary>Full path of the browser's program.</summary>
    /// <param name="fetch">Gets a browser where there is none and says where it lies; null, or a null answer: nothing can be fetched.</param>
    public static string Demand(Func<string?>? fetch = null)
    {
        if (Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named)
        {
            Assert.True(File.Exists(named), $"The variable CHROMIUM names {named}, and there is no such file.");
            return named;
        }

        var said = "This test does not run as root on Debian, so it installs nothing there.";
        var found = Array.Find(Usual, File.Exists);
        if (found is null && Environment.UserName == "root" && File.Exists("/usr/bin/apt-get"))
        {
            said = Apt("update") + Apt("install -y --no-install-recommends chromium fonts-dejavu-core");
            found = Array.Find(Usual, File.Exists);
        }

        found ??= fetch?.Invoke();
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
