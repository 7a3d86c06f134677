using System.Buffers.Binary;
using Microsoft.Win32.SafeHandles;

namespace GCnn.Data;

/// <summary>A first look at the groups of an HDF5 file of the older versions, without libhdf5: a tree of nodes ("TREE") over lists of names
/// ("SNOD") in a heap ("HEAP"). None of them has a checksum, and libhdf5 falls over an address that is none.</summary>
internal sealed class Hdf5Groups
{
    private const int GroupTree = 0;
    private const int CachedGroup = 1;
    private const int SoftLink = 2;
    private const int MaximumNodes = 100_000;
    private const int EntryLength = 40;

    private readonly SafeFileHandle _file;
    private readonly long _start;
    private readonly long _length;
    private readonly HashSet<long> _seen = [];

    private Hdf5Groups(SafeFileHandle file, long start, long length) => (_file, _start, _length) = (file, start, length);

    /// <summary>Refuses a file whose groups lead out of it.</summary>
    /// <param name="file">The file.</param>
    /// <param name="start">Where its addresses count from.</param>
    /// <param name="root">Where the entry of the outermost group stands.</param>
    /// <exception cref="InvalidDataException">A clause with the file as its subject.</exception>
    public static void Require(SafeFileHandle file, long start, long root)
    {
        var groups = new Hdf5Groups(file, start, RandomAccess.GetLength(file));
        groups.Entry(groups.Bytes(root, EntryLength));
    }

    /// <summary>An entry: where its name is, where the object begins, and, of a group, its tree and heap.</summary>
    private void Entry(ReadOnlySpan<byte> entry)
    {
        var kind = BinaryPrimitives.ReadInt32LittleEndian(entry[16..]);
        if (kind != SoftLink)
            Bytes(Number(entry[8..]), 1);
        if (kind != CachedGroup)
            return;
        var heap = Bytes(Number(entry[32..]), 32);
        if (heap.AsSpan().StartsWith("HEAP"u8))
            Bytes(Number(heap.AsSpan(24)), Number(heap.AsSpan(8)), read: false);
        Tree(Number(entry[24..]));
    }

    private void Tree(long at)
    {
        // Each node once: a tree that comes back to itself has an end here, and libhdf5 finds it out.
        if (!_seen.Add(at) || _seen.Count > MaximumNodes)
            return;
        var node = Bytes(at, 24);
        if (!node.AsSpan().StartsWith("TREE"u8) || node[4] != GroupTree)
            return;
        var count = BinaryPrimitives.ReadUInt16LittleEndian(node.AsSpan(6));
        var children = Bytes(at + node.Length, (16 * count) + 8);
        for (var i = 0; i < count; i++)
        {
            var child = Number(children.AsSpan((16 * i) + 8));
            if (node[5] > 0)
                Tree(child);
            else
                Names(child);
        }
    }

    private void Names(long at)
    {
        if (!_seen.Add(at) || _seen.Count > MaximumNodes)
            return;
        var node = Bytes(at, 8);
        if (!node.AsSpan().StartsWith("SNOD"u8))
            return;
        var entries = Bytes(at + node.Length, EntryLength * BinaryPrimitives.ReadUInt16LittleEndian(node.AsSpan(6)));
        for (var i = 0; i < entries.Length; i += EntryLength)
            Entry(entries.AsSpan(i, EntryLength));
    }

    private static long Number(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadInt64LittleEndian(bytes);

    /// <summary>Bytes at an address, which must be in the file.</summary>
    private byte[] Bytes(long at, long count, bool read = true)
    {
        if (at < 0 || count < 0 || at > _length - _start || count > _length - _start - at)
            throw new InvalidDataException($"is a broken HDF5 file: an address in its groups, {at}, leads out of its {_length} bytes");
        var bytes = new byte[read ? count : 0];
        ArrayFile.ReadExactly(_file, bytes, _start + at);
        return bytes;
    }
}
