using System.Diagnostics;

namespace Kannel.Gateway;

/// <summary>Debian's kannel and kannel-extras. They are installed where the test may do that; elsewhere it fails with the command.</summary>
internal static class KannelPackages
{
    public const string Bearerbox = "/usr/sbin/bearerbox";
    public const string Smsbox = "/usr/sbin/smsbox";
    public const string FakeSmsc = "/usr/lib/kannel/test/fakesmsc";

    private const string Names = "kannel kannel-extras";
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    private static bool AreThere => File.Exists(Bearerbox) && File.Exists(Smsbox) && File.Exists(FakeSmsc);

    public static void Install()
    {
        if (AreThere)
        {
            return;
        }

        string said = Environment.IsPrivilegedProcess && File.Exists("/etc/debian_version")
            ? Apt("install -y --no-install-recommends " + Names) ?? (Apt("update") + Apt("install -y --no-install-recommends " + Names))
            : "This test does not run as root on Debian, so it installs nothing.";
        Assert.True(AreThere, "Kannel is missing. Install it by: sudo apt-get install -y --no-install-recommends " + Names + "\n" + said);
    }

    /// <summary>What apt-get said when it succeeded; null when it did not.</summary>
    private static string? Apt(string arguments)
    {
        var start = new ProcessStartInfo("/bin/sh", ["-c", "apt-get -o DPkg::Lock::Timeout=120 " + arguments + " 2>&1"]) { RedirectStandardOutput = true };
        start.Environment["DEBIAN_FRONTEND"] = "noninteractive";

        // Debian would start a Kannel of its own with the installation; with this it does not.
        start.Environment["RUNLEVEL"] = "1";
        using var apt = Process.Start(start)!;
        Task<string> said = apt.StandardOutput.ReadToEndAsync();
        if (!apt.WaitForExit(Longest))
        {
            apt.Kill(entireProcessTree: true);
            return null;
        }

        return apt.ExitCode == 0 ? said.Result : null;
    }
}
