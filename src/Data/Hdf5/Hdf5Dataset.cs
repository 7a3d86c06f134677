namespace GCnn.Data;

/// <summary>A dataset of numbers in an HDF5 file. The library's lock is held whenever one of its members is called.</summary>
internal sealed unsafe class Hdf5Dataset : IDisposable
{
    private const int MaximumAxes = 32;

    // A chunk is unpacked whole, whatever is read of it; chunks of several images are kept for the next one.
    private const long MaximumChunk = 256 << 20;
    private const int ChunkCache = 64 << 20;
    private const int ChunkSlots = 12_421;

    private readonly long _dataset;
    private readonly string _name;
    private Hdf5Chunks? _chunks;

    private Hdf5Dataset(long dataset, string name)
    {
        (_dataset, _name) = (dataset, name);
        Kind = Hdf5Type.Of(dataset) ?? throw new InvalidDataException(
            $"has '{name}' of a type that is not read; whole numbers of 1 to 8 bytes and floating-point numbers of 4 or 8 are");
        Axes = AxesOf();
    }

    /// <summary>What its numbers are in the file.</summary>
    public NumberKind Kind { get; }

    public IReadOnlyList<long> Axes { get; }

    /// <summary>Opens a dataset and checks that what it declares can be in the file.</summary>
    /// <exception cref="InvalidDataException">It is none that is read; a clause with the file as its subject.</exception>
    public static Hdf5Dataset Open(long file, string name, long fileLength)
    {
        var access = Hdf5Complaint.Require(Hdf5.CreateProperties(Hdf5.DatasetAccess), "cannot be read");
        _ = Hdf5.SetChunkCache(access, ChunkSlots, ChunkCache, 0.75);
        var id = Hdf5.OpenDataset(file, name, access);
        _ = Hdf5.CloseProperties(access);
        Hdf5Complaint.Require(id, $"has '{name}', which is no dataset that can be opened");
        try
        {
            var dataset = new Hdf5Dataset(id, name);
            dataset._chunks = Hdf5Storage.Require(id, name, dataset.Axes, Hdf5Type.SizeOf(dataset.Kind), fileLength, MaximumChunk);
            return dataset;
        }
        catch
        {
            _ = Hdf5.CloseDataset(id);
            throw;
        }
    }

    /// <summary>Reads entries of the first axis (all others whole), as numbers of this machine.</summary>
    /// <param name="first">The first entry.</param>
    /// <param name="count">How many.</param>
    /// <param name="wholeAxis">Whether the first axis too is read whole, for an array that is one image.</param>
    /// <param name="type">The library's name for the numbers wanted.</param>
    /// <param name="buffer">Room for them.</param>
    /// <exception cref="InvalidDataException">The library cannot; a clause with the file as its subject.</exception>
    public void Read<T>(long first, long count, bool wholeAxis, string type, Span<T> buffer)
        where T : unmanaged
    {
        var rank = Axes.Count;
        var start = stackalloc ulong[rank];
        var counts = stackalloc ulong[rank];
        var wanted = 1L;
        for (var i = 0; i < rank; i++)
        {
            (start[i], counts[i]) = i == 0 && !wholeAxis ? ((ulong)first, (ulong)count) : (0, (ulong)Axes[i]);
            wanted *= (long)counts[i];
        }

        if (wanted != buffer.Length)
            throw new InvalidOperationException($"{wanted} numbers would be read into room for {buffer.Length}.");
        _chunks?.Require(new(start, rank), new(counts, rank));
        var fileSpace = Hdf5.SpaceOfDataset(_dataset);
        var memorySpace = Hdf5.CreateSpace(rank, counts, null);
        try
        {
            Hdf5Complaint.Require(Hdf5.Select(fileSpace, Hdf5.SelectSet, start, null, counts, null), $"has '{_name}', which cannot be "
                + "read");
            fixed (T* numbers = buffer)
            {
                var status = Hdf5.Read(_dataset, Hdf5.TypeOf(type), memorySpace, fileSpace, Hdf5.Default, numbers);
                Hdf5Complaint.Require(status, $"has '{_name}', which cannot be read");
            }
        }
        finally
        {
            _ = Hdf5.CloseSpace(memorySpace);
            _ = Hdf5.CloseSpace(fileSpace);
        }
    }

    public void Dispose() => _ = Hdf5.CloseDataset(_dataset);

    private long[] AxesOf()
    {
        var space = Hdf5Complaint.Require(Hdf5.SpaceOfDataset(_dataset), $"has '{_name}' without a shape");
        try
        {
            var rank = (int)Hdf5Complaint.Require(Hdf5.Rank(space), $"has '{_name}' without a shape");
            if (rank is 0 or > MaximumAxes)
                throw new InvalidDataException($"has '{_name}' of {rank} axes; images have 2, 3 or 4, labels 1 or 2");
            var axes = stackalloc ulong[rank];
            Hdf5Complaint.Require(Hdf5.Axes(space, axes, null), $"has '{_name}' without a shape");
            var result = new long[rank];
            for (var i = 0; i < rank; i++)
                result[i] = (long)Math.Min(axes[i], long.MaxValue);
            return result;
        }
        finally
        {
            _ = Hdf5.CloseSpace(space);
        }
    }
}
