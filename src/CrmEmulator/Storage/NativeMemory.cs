using System.Runtime.InteropServices;

namespace CrmEmulator.Storage;

/// <summary>How the C library hands out memory to SQLite.</summary>
internal static class NativeMemory
{
    /// <summary>M_ARENA_MAX of glibc's malloc.h.</summary>
    private const int MostArenas = -8;

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int SetOption(int option, int value);

    /// <summary>
    /// glibc gives threads arenas of their own and keeps in each what was freed there. Cached pages wander between threads, so a
    /// long run held tens of megabytes that nobody used; one writer at a time needs no second arena. Elsewhere nothing happens.
    /// </summary>
    public static void ShareOneArena()
    {
        if (OperatingSystem.IsLinux() && NativeLibrary.TryLoad("libc.so.6", out var library) && NativeLibrary.TryGetExport(library, "mallopt", out var address))
        {
            Marshal.GetDelegateForFunctionPointer<SetOption>(address)(MostArenas, 1);
        }
    }
}
