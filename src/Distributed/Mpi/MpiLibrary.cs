using System.Runtime.InteropServices;

namespace GCnn.Distributed;

/// <summary>
/// Open MPI's library, loaded when it is first asked for, and what its header's macros name: addresses of its own symbols.
/// </summary>
/// <remarks>
/// The library loads its plugins by itself, and they find its functions only if those are visible to all: it must come by
/// <c>RTLD_GLOBAL</c>, which .NET's own loader does not do. Open MPI 4 and 5 have this interface; MPICH has another, and no such file.
/// </remarks>
internal static partial class MpiLibrary
{
    /// <summary>The file's name.</summary>
    public const string Name = "libmpi.so.40";

    /// <summary>In the place of a send buffer: the other buffer holds what is sent.</summary>
    public const nint InPlace = 1;

    private const int Now = 2;
    private const int Global = 0x100;

    private static readonly Lazy<nint> Handle = new(Load);

    /// <summary>Refuses to go on without the library, by one sentence.</summary>
    /// <exception cref="DllNotFoundException">It is not installed.</exception>
    public static void Require() => _ = Handle.Value;

    /// <summary>The address of one of its symbols, <c>ompi_mpi_comm_world</c>.</summary>
    /// <param name="symbol">The symbol's name.</param>
    public static nint Address(string symbol) => NativeLibrary.GetExport(Handle.Value, symbol);

    private static nint Load() => Open(Name, Now | Global) is not 0 and nint handle
        ? handle
        : throw new DllNotFoundException(
            $"Training on several processes is done by Open MPI's {Name}, which is not installed here; install it with: apt-get install " +
            "openmpi-bin");

    [LibraryImport("libc.so.6", EntryPoint = "dlopen", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint Open(string file, int flags);
}
