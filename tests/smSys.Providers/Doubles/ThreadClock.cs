using System.ComponentModel;
using System.Runtime.InteropServices;

namespace smSys.Providers.Tests.Doubles;

/// <summary>
/// CPU time of the calling thread: what its own code used, whatever else the machine was doing. The adapters wait synchronously,
/// so what they do happens on the thread that called them.
/// </summary>
internal static partial class ThreadClock
{
    private const int ThreadCpuTime = 3;

    /// <summary>CPU time that this thread has used so far.</summary>
    /// <exception cref="PlatformNotSupportedException">Neither Linux nor Windows.</exception>
    public static TimeSpan Now => OperatingSystem.IsLinux() ? OfLinux() : OperatingSystem.IsWindows() ? OfWindows() : throw new PlatformNotSupportedException();

    private static TimeSpan OfLinux() => GetTime(ThreadCpuTime, out Timespec time) == 0
        ? TimeSpan.FromTicks((time.Seconds * TimeSpan.TicksPerSecond) + (time.Nanoseconds / TimeSpan.NanosecondsPerTick))
        : throw new Win32Exception(Marshal.GetLastPInvokeError());

    private static TimeSpan OfWindows() => GetThreadTimes(GetCurrentThread(), out _, out _, out long kernel, out long user)
        ? TimeSpan.FromTicks(kernel + user)
        : throw new Win32Exception(Marshal.GetLastPInvokeError());

    [LibraryImport("libc", EntryPoint = "clock_gettime", SetLastError = true)]
    private static partial int GetTime(int clock, out Timespec time);

    [LibraryImport("kernel32")]
    private static partial nint GetCurrentThread();

    [LibraryImport("kernel32", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool GetThreadTimes(nint thread, out long created, out long exited, out long kernel, out long user);

    [StructLayout(LayoutKind.Sequential)]
    private struct Timespec
    {
        public nint Seconds;
        public nint Nanoseconds;
    }
}
