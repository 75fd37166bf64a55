using System.Diagnostics;

namespace WebResources;

/// <summary>The browser for the tests of the pages: the one that CHROMIUM names, one at a usual place, or Debian's.</summary>
internal static class Chromium
{
    private static readonly string[] Usual = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/snap/bin/chromium", "C:/Program Files/Google/Chrome/Application/chrome.exe", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"];
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    private static bool IsThere => File.Exists(Environment.GetEnvironmentVariable("CHROMIUM") ?? "") || Array.Exists(Usual, File.Exists);

    /// <summary>As root on Debian it is installed; elsewhere its absence is a failure that says what to do.</summary>
    public static void Demand()
    {
        if (IsThere)
        {
            return;
        }

        var said = Environment.UserName == "root" && File.Exists("/usr/bin/apt-get")
            ? Apt("update") + Apt("install -y --no-install-recommends chromium fonts-dejavu-core")
            : "This test does not run as root on Debian, so it installs nothing.";
        Assert.True(IsThere, "Chromium is missing. Install it (sudo apt-get install -y chromium) or name it in the variable CHROMIUM.\n" + said);
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
