using System.IO.Compression;

namespace GCnn.Data;

/// <summary>Looks at the chunks of a dataset before libhdf5 unpacks them: it reads on beyond one that turns out shorter than it should be.
/// Each chunk is looked at once, the first time that an image needs it.</summary>
internal sealed unsafe class Hdf5Chunks(long dataset, string name, IReadOnlyList<int> filters, ulong[] chunk, long bytes, long fileLength)
{
    private const int Deflate = 1;
    private const int Fletcher32 = 3;
    private const int ChecksumLength = 4;
    private const int BufferLength = 1 << 14;

    private readonly HashSet<Int128> _seen = [];

    /// <summary>Refuses a chunk of the wrong length among those of some entries of the first axis. The library's lock is held.</summary>
    /// <exception cref="InvalidDataException">A clause with the file as its subject.</exception>
    public void Require(ReadOnlySpan<ulong> start, ReadOnlySpan<ulong> count)
    {
        var rank = chunk.Length;
        Span<ulong> at = stackalloc ulong[rank];
        for (var axis = 0; axis < rank; axis++)
            at[axis] = start[axis] / chunk[axis];
        while (true)
        {
            RequireOne(at);
            var last = rank - 1;
            while (last >= 0 && (at[last] + 1) * chunk[last] >= start[last] + count[last])
            {
                at[last] = start[last] / chunk[last];
                last--;
            }

            if (last < 0)
                return;
            at[last]++;
        }
    }

    private void RequireOne(ReadOnlySpan<ulong> at)
    {
        Int128 key = 0;
        var place = stackalloc ulong[chunk.Length];
        for (var axis = 0; axis < chunk.Length; axis++)
        {
            // Chunks are at most as many as the file has bytes, so that axes of 32 bits tell them apart.
            key = (key << 31) ^ (Int128)at[axis];
            place[axis] = at[axis] * chunk[axis];
        }

        if (!_seen.Add(key))
            return;
        uint skipped;
        ulong address, size;
        var clause = $"has '{name}', which cannot be read";
        Hdf5Complaint.Require(Hdf5.ChunkInfo(dataset, place, &skipped, &address, &size), clause);
        if (address == ulong.MaxValue)
            return;
        if (size > (ulong)fileLength || !HasLength(place, (int)Math.Min(size, int.MaxValue), skipped))
        {
            _seen.Remove(key);
            throw new InvalidDataException($"{clause}: a chunk has not the {bytes} bytes that it should have");
        }
    }

    /// <summary>Whether a chunk unpacks to its length; filters are undone from the last to the first.</summary>
    private bool HasLength(ulong* place, int size, uint skipped)
    {
        long length = size;
        for (var i = filters.Count - 1; i >= 0; i--)
        {
            if ((skipped >> i & 1) != 0)
                continue;
            length = filters[i] switch
            {
                Fletcher32 => length - ChecksumLength,
                Deflate => Inflated(place, size, (int)length),
                _ => length,
            };
        }

        return length == bytes;
    }

    private long Inflated(ulong* place, int size, int packed)
    {
        var raw = new byte[size];
        uint skipped;
        fixed (byte* first = raw)
            Hdf5Complaint.Require(Hdf5.ReadChunk(dataset, Hdf5.Default, place, &skipped, first), $"has '{name}', which cannot be read");
        var (length, buffer) = (0L, new byte[BufferLength]);
        try
        {
            using var stream = new ZLibStream(new MemoryStream(raw, 0, Math.Max(0, packed)), CompressionMode.Decompress);
            while (length <= bytes && stream.Read(buffer) is > 0 and var read)
                length += read;
        }
        catch (InvalidDataException)
        {
            return -1;
        }

        return length;
    }
}
