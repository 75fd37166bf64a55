using System.Diagnostics;

namespace Mono.Tests.Runtime;

/// <summary>The pieces of Debian's Mono that smSys.dll needs. They are installed where the test may do that; elsewhere it fails with the command.</summary>
internal static class MonoPackages
{
    public const string Mono = "/usr/bin/mono";
    private const string Names = "mono-runtime libmono-system-net-http4.0-cil libmono-system-runtime-serialization4.0-cil libmono-system-xml-linq4.0-cil";
    private static readonly string[] Libraries = ["System.Net.Http", "System.Runtime.Serialization", "System.Xml.Linq"];
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    private static bool AreThere => File.Exists(Mono) && Array.TrueForAll(Libraries, name => File.Exists("/usr/lib/mono/4.5/" + name + ".dll"));

    public static void Install()
    {
        if (AreThere)
        {
            return;
        }

        string said = Environment.IsPrivilegedProcess && File.Exists("/etc/debian_version")
            ? Apt("install -y --no-install-recommends " + Names) ?? (Apt("update") + Apt("install -y --no-install-recommends " + Names))
            : "This test does not run as root on Debian, so it installs nothing.";
        Assert.True(AreThere, "Mono is missing. Install it by: sudo apt-get install -y --no-install-recommends " + Names + "\n" + said);
    }

    /// <summary>What apt-get said when it succeeded; null when it did not.</summary>
    private static string? Apt(string arguments)
    {
        var start = new ProcessStartInfo("/bin/sh", ["-c", "apt-get -o DPkg::Lock::Timeout=120 " + arguments + " 2>&1"]) { RedirectStandardOutput = true };
        start.Environment["DEBIAN_FRONTEND"] = "noninteractive";
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
