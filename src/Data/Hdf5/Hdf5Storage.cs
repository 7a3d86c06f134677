using System.Text;

namespace GCnn.Data;

/// <summary>How the numbers of a dataset lie in its file, and what of that is not read.</summary>
internal static unsafe class Hdf5Storage
{
    private const int Compact = 0;
    private const int Contiguous = 1;
    private const int MaximumAxes = 32;

    // Deflate, byte shuffling, and the checksum of Fletcher: what h5py writes when it is asked to compress.
    private static readonly int[] KnownFilters = [1, 2, 3];

    /// <summary>Refuses numbers in other files, unknown compression, and more than the file can hold.</summary>
    /// <exception cref="InvalidDataException">A clause with the file as its subject.</exception>
    public static void Require(long dataset, string name, IReadOnlyList<long> axes, int size, long fileLength, long maximumChunk)
    {
        var creation = Hdf5Complaint.Require(Hdf5.CreationOfDataset(dataset), $"has '{name}' without a layout");
        try
        {
            var layout = Hdf5.Layout(creation);
            if (layout is not (Compact or Contiguous or Hdf5.Chunked) || Hdf5.ExternalFiles(creation) != 0)
                throw new InvalidDataException($"has '{name}' only as a pointer to other files, which are not followed; give the file that has the numbers");
            RequireFilters(creation, name);
            if (layout == Hdf5.Chunked)
                RequireChunk(creation, name, size, maximumChunk);
            RequireLength(axes, size, (long)Math.Min(Hdf5.StorageSize(dataset), long.MaxValue), layout == Hdf5.Chunked, name, fileLength);
        }
        finally
        {
            _ = Hdf5.CloseProperties(creation);
        }
    }

    private static void RequireFilters(long creation, string name)
    {
        var count = Hdf5.Filters(creation);
        var text = stackalloc byte[64];
        for (var i = 0u; i < count; i++)
        {
            uint flags, configuration;
            nuint values = 0;
            var filter = Hdf5.Filter(creation, i, &flags, &values, null, 64, text, &configuration);
            if (!KnownFilters.Contains(filter))
            {
                var called = Encoding.UTF8.GetString(text, new ReadOnlySpan<byte>(text, 64).IndexOf((byte)0) is >= 0 and var end ? end : 64);
                throw new InvalidDataException($"has '{name}' packed by filter {filter} ({called}); gzip, shuffle and fletcher32 are read: "
                    + "repack it with h5repack -f GZIP=4");
            }
        }
    }

    private static void RequireLength(IReadOnlyList<long> axes, int size, long stored, bool packed, string name, long fileLength)
    {
        Int128 needed = size;
        foreach (var axis in axes)
            needed = Int128.Min(needed * axis, long.MaxValue);
        var most = Math.Min(stored, fileLength) * (Int128)(packed ? Unpacked.MaximumRatio : 1);
        if (needed > most)
        {
            throw new InvalidDataException($"declares '{name}' of the shape ({string.Join(", ", axes)}), {needed} bytes, and stores {stored} for it in "
                + $"{fileLength} bytes; it is cut short, or was never filled");
        }
    }

    private static void RequireChunk(long creation, string name, int size, long most)
    {
        var chunk = stackalloc ulong[MaximumAxes];
        var rank = Hdf5Complaint.Require(Hdf5.ChunkAxes(creation, MaximumAxes, chunk), $"has '{name}' without chunks");
        Int128 bytes = size;
        for (var i = 0; i < Math.Min(rank, MaximumAxes); i++)
            bytes = Int128.Min(bytes * chunk[i], long.MaxValue);
        if (bytes > most)
            throw new InvalidDataException($"has '{name}' in chunks of {bytes} bytes, each read whole; at most {most} are: repack it with smaller ones");
    }
}
