using System.Runtime.InteropServices;
using System.Text;

namespace GCnn.Distributed;

/// <summary>
/// All processes of a job, and what they do together. Every process must call the same operations of one communicator in the same order;
/// between two communicators there is no order to keep.
/// </summary>
/// <remarks>
/// Sums are the same bits in every process, and from run to run with the same number of them. Source: [MPI2015], chapter 5.
/// </remarks>
public sealed unsafe partial class Communicator : IDisposable
{
    private readonly bool _own;
    private nint _handle;

    internal Communicator(nint handle, bool own)
    {
        (_handle, _own) = (handle, own);
        Check(MpiFunctions.SetErrorHandler(handle, MpiLibrary.Address("ompi_mpi_errors_return")));
        Check(MpiFunctions.Rank(handle, out int rank));
        Check(MpiFunctions.Size(handle, out int size));
        (Rank, Size) = (rank, size);
    }

    /// <summary>The number of this process, from 0.</summary>
    public int Rank { get; }

    /// <summary>How many processes there are.</summary>
    public int Size { get; }

    /// <summary>The same processes again, with an order of their own. All must call this.</summary>
    public Communicator Duplicate()
    {
        Check(MpiFunctions.Duplicate(_handle, out nint duplicate));
        return new Communicator(duplicate, own: true);
    }

    /// <summary>Waits until all are here.</summary>
    public void Barrier() => Check(MpiFunctions.Barrier(_handle));

    /// <summary>Puts the sum over all processes, number by number, in the place of this process's numbers.</summary>
    /// <param name="numbers">As many in each process.</param>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    public void Sum<T>(Span<T> numbers)
        where T : unmanaged
    {
        fixed (T* at = numbers)
        {
            Check(MpiFunctions.AllReduce(
                MpiLibrary.InPlace, at, numbers.Length, TypeOf<T>(), MpiLibrary.Address("ompi_mpi_op_sum"), _handle));
        }
    }

    /// <summary>Begins to do the same, and goes on while other things are done.</summary>
    /// <param name="numbers">Where the numbers are: memory that stays where it is, and is left alone until the end.</param>
    /// <param name="count">How many there are.</param>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    internal Reduction StartSum<T>(T* numbers, int count)
        where T : unmanaged
    {
        Check(MpiFunctions.StartAllReduce(
            MpiLibrary.InPlace, numbers, count, TypeOf<T>(), MpiLibrary.Address("ompi_mpi_op_sum"), _handle, out nint request));
        return new Reduction(request);
    }

    /// <summary>Gives every process the numbers of one.</summary>
    /// <param name="numbers">As many in each process.</param>
    /// <param name="root">The process that has them.</param>
    /// <typeparam name="T">Their type.</typeparam>
    public void Broadcast<T>(Span<T> numbers, int root = 0)
        where T : unmanaged
    {
        fixed (byte* at = MemoryMarshal.AsBytes(numbers))
        {
            Check(MpiFunctions.Broadcast(at, checked(numbers.Length * sizeof(T)), MpiLibrary.Address("ompi_mpi_byte"), root, _handle));
        }
    }

    /// <summary>Gives every process the bytes of process 0, however many they are.</summary>
    /// <param name="bytes">The bytes, in process 0; what the others give is not read.</param>
    public byte[] Broadcast(byte[]? bytes)
    {
        Span<int> length = [Rank == 0 ? bytes!.Length : 0];
        Broadcast(length);
        byte[] all = Rank == 0 ? bytes! : new byte[length[0]];
        Broadcast(all.AsSpan());
        return all;
    }

    /// <summary>Brings bytes of every process together in process 0.</summary>
    /// <param name="bytes">This process's bytes.</param>
    /// <returns>In process 0 those of each process in their order, in the others nothing.</returns>
    public byte[][] Gather(ReadOnlySpan<byte> bytes)
    {
        int[] counts = Lengths(bytes.Length);
        int[] places = new int[counts.Length];
        for (int i = 1; i < places.Length; i++)
        {
            places[i] = checked(places[i - 1] + counts[i - 1]);
        }

        var all = new byte[Rank == 0 ? checked(places[^1] + counts[^1]) : 0];
        nint type = MpiLibrary.Address("ompi_mpi_byte");
        fixed (byte* from = bytes, to = all)
        {
            fixed (int* many = counts, first = places)
            {
                Check(MpiFunctions.GatherParts(from, bytes.Length, type, to, many, first, type, 0, _handle));
            }
        }

        return Rank == 0 ? [.. counts.Select((count, i) => all[places[i]..(places[i] + count)])] : [];
    }

    /// <summary>Brings the texts of every process together in every process.</summary>
    /// <param name="text">This process's text.</param>
    /// <returns>Those of each process in their order.</returns>
    public IReadOnlyList<string> Share(string text)
    {
        byte[][] parts = Gather(Encoding.UTF8.GetBytes(text));
        var texts = new string[Size];
        for (int i = 0; i < Size; i++)
        {
            texts[i] = Encoding.UTF8.GetString(Broadcast(Rank == 0 ? parts[i] : null));
        }

        return texts;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_own && _handle != 0)
        {
            _ = MpiFunctions.Free(ref _handle);
            _handle = 0;
        }
    }

    /// <summary>Throws what MPI says of an error.</summary>
    /// <exception cref="MpiException">The code is not 0.</exception>
    internal static void Check(int code)
    {
        if (code == 0)
        {
            return;
        }

        byte* text = stackalloc byte[MpiFunctions.ErrorLength];
        _ = MpiFunctions.ErrorString(code, text, out int length);
        throw new MpiException($"MPI could not go on: {Encoding.UTF8.GetString(text, length)}");
    }

    private int[] Lengths(int length)
    {
        var all = new int[Size];
        nint type = MpiLibrary.Address("ompi_mpi_int");
        fixed (int* to = all)
        {
            Check(MpiFunctions.Gather(&length, 1, type, to, 1, type, 0, _handle));
        }

        return all;
    }

    private static nint TypeOf<T>() => MpiLibrary.Address(
        typeof(T) == typeof(float) ? "ompi_mpi_float"
        : typeof(T) == typeof(double) ? "ompi_mpi_double"
        : throw new NotSupportedException($"Sums over processes are of float or double; {typeof(T).Name} is neither."));
}
