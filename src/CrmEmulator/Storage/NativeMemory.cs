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
    /// glibc gives threads arenas of their own and keeps in each what was freed there: a long bulk had 86 MB of native memory over
    /// many of them, and 36 with one from the start. One writer at a time needs no second. Elsewhere nothing happens.
    /// </summary>
    public static void ShareOneArena()
    {
        if (OperatingSystem.IsLinux() && NativeLibrary.TryLoad("libc.so.6", out var library) && NativeLibrary.TryGetExport(library, "mallopt", out var address))
        {
            Marshal.GetDelegateForFunctionPointer<SetOption>(address)(MostArenas, 1);
        }
    }
}
