using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace GCnn.Data;

/// <summary>Flushes a directory to the disk: a name that was given by renaming is there for good only then. The base library opens no
/// directories, so the C library does; where it cannot (other systems, file systems that refuse), nothing is done.</summary>
internal static partial class DirectorySync
{
    private const int ReadOnly = 0;

    public static void Flush(string directory)
    {
        if (!OperatingSystem.IsLinux() && !OperatingSystem.IsMacOS())
            return;
        using var handle = new SafeFileHandle(Open(directory, ReadOnly), ownsHandle: true);
        if (!handle.IsInvalid)
            _ = Synchronise(handle);
    }

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync")]
    private static partial int Synchronise(SafeFileHandle handle);
}
