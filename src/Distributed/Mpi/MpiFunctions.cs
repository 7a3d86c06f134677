using System.Runtime.InteropServices;

namespace GCnn.Distributed;

/// <summary>
/// The functions of MPI that are used, by Open MPI's C interface: handles are pointers, and every function gives an error code.
/// </summary>
internal static unsafe partial class MpiFunctions
{
    /// <summary>Any thread may call, several at a time.</summary>
    public const int ThreadMultiple = 3;

    /// <summary>Any thread may call, one at a time.</summary>
    public const int ThreadSerialized = 2;

    /// <summary>No error message is longer.</summary>
    public const int ErrorLength = 256;

    [LibraryImport(MpiLibrary.Name, EntryPoint = "MPI_Init_thread")]
    public static partial int Init(nint argc, nint argv, int required, out int provided);

    [LibraryImport(MpiLibrary.Name, EntryPoint = "MPI_Finalize")]
    public static partial int Finish();

    [LibraryImport(MpiLibrary.Name, EntryPoint = "MPI_Abort")]
    public static partial int Abort(nint communicator, int code);

    [LibraryImport(MpiLibrary.Name, EntryPoint = "MPI_Error_string")]
    public static partial int ErrorString(int code, byte* text, out int length);

    [LibraryImport(MpiLibrary.Name, EntryPoint = "MPI_Comm_set_errhandler")]
    public static partial int SetErrorHandler(nint communicator, nint handler);

    [LibraryImport(MpiLibrary.Name, EntryPoint = "MPI_Comm_rank")]
    public static partial int Rank(nint communicator, out int rank);

    [LibraryImport(MpiLibrary.Name, EntryPoint = "MPI_Comm_size")]
    public static partial int Size(nint communicator, out int size);

    [LibraryImport(MpiLibrary.Name, EntryPoint = "MPI_Comm_dup")]
    public static partial int Duplicate(nint communicator, out nint duplicate);

    [LibraryImport(MpiLibrary.Name, EntryPoint = "MPI_Comm_free")]
    public static partial int Free(ref nint communicator);

    [LibraryImport(MpiLibrary.Name, EntryPoint = "MPI_Barrier")]
    public static partial int Barrier(nint communicator);

    [LibraryImport(MpiLibrary.Name, EntryPoint = "MPI_Bcast")]
    public static partial int Broadcast(void* buffer, int count, nint type, int root, nint communicator);

    [LibraryImport(MpiLibrary.Name, EntryPoint = "MPI_Allreduce")]
    public static partial int AllReduce(nint send, void* receive, int count, nint type, nint operation, nint communicator);

    [LibraryImport(MpiLibrary.Name, EntryPoint = "MPI_Iallreduce")]
    public static partial int StartAllReduce(
        nint send, void* receive, int count, nint type, nint operation, nint communicator, out nint request);

    [LibraryImport(MpiLibrary.Name, EntryPoint = "MPI_Test")]
    public static partial int Test(ref nint request, out int done, nint status);

    [LibraryImport(MpiLibrary.Name, EntryPoint = "MPI_Wait")]
    public static partial int Wait(ref nint request, nint status);

    [LibraryImport(MpiLibrary.Name, EntryPoint = "MPI_Gather")]
    public static partial int Gather(
        void* send, int sendCount, nint sendType, void* receive, int receiveCount, nint receiveType, int root, nint communicator);

    [LibraryImport(MpiLibrary.Name, EntryPoint = "MPI_Gatherv")]
    public static partial int GatherParts(
        void* send, int sendCount, nint sendType, void* receive, int* counts, int* places, nint receiveType, int root, nint communicator);
}
