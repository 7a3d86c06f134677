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
    /// <returns>The chunks, which are still to be looked at; null where there are none.</returns>
    public static Hdf5Chunks? Require(long dataset, string name, IReadOnlyList<long> axes, int size, long fileLength, long maximumChunk)
    {
        var creation = Hdf5Complaint.Require(Hdf5.CreationOfDataset(dataset), $"has '{name}' without a layout");
        try
        {
            var layout = Hdf5.Layout(creation);
            if (layout is not (Compact or Contiguous or Hdf5.Chunked) || Hdf5.ExternalFiles(creation) != 0)
                throw new InvalidDataException($"has '{name}' only as a pointer to other files, which are not followed; give the file "
                    + "that has the numbers");
            var filters = FiltersOf(creation, name);
            var chunks = layout == Hdf5.Chunked
                ? Chunks(dataset, creation, name, filters, axes.Count, size, fileLength, maximumChunk)
                : null;
            RequireLength(axes, size, (long)Math.Min(Hdf5.StorageSize(dataset), long.MaxValue), layout == Hdf5.Chunked, name, fileLength);
            return chunks;
        }
        finally
        {
            _ = Hdf5.CloseProperties(creation);
        }
    }

    private static List<int> FiltersOf(long creation, string name)
    {
        var filters = new List<int>();
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

            filters.Add(filter);
        }

        return filters;
    }

    private static void RequireLength(IReadOnlyList<long> axes, int size, long stored, bool packed, string name, long fileLength)
    {
        Int128 needed = size;
        foreach (var axis in axes)
            needed = Int128.Min(needed * axis, long.MaxValue);
        var most = Math.Min(stored, fileLength) * (Int128)(packed ? Unpacked.MaximumRatio : 1);
        if (needed > most)
        {
            throw new InvalidDataException($"declares '{name}' of the shape ({string.Join(", ", axes)}), {needed} bytes, and stores "
                + $"{stored} for it in "
                + $"{fileLength} bytes; it is cut short, or was never filled");
        }
    }

    private static Hdf5Chunks Chunks(
        long dataset, long creation, string name, List<int> filters, int rank, int size, long fileLength, long most)
    {
        var axes = new ulong[MaximumAxes];
        fixed (ulong* first = axes)
        {
            if (Hdf5Complaint.Require(Hdf5.ChunkAxes(creation, MaximumAxes, first), $"has '{name}' without chunks") != rank)
                throw new InvalidDataException($"has '{name}' in chunks of another number of axes");
        }

        Int128 bytes = size;
        foreach (var axis in axes.AsSpan(0, rank))
            bytes = Int128.Min(bytes * axis, long.MaxValue);
        return bytes > 0 && bytes <= most
            ? new(dataset, name, filters, axes[..rank], (long)bytes, fileLength)
            : throw new InvalidDataException($"has '{name}' in chunks of {bytes} bytes, each read whole; at most {most} are: repack it "
                + "with smaller ones");
    }
}
