using System.Runtime.InteropServices;
using System.Text.Json;

namespace GCnn.Benchmarks;

/// <summary>The filters that another library expands to: a header and its numbers, as benchmarks/peers/README.md describes them.</summary>
internal sealed class PeerFilters
{
    private readonly double[] _numbers;

    private PeerFilters(PeerHeader header, double[] numbers)
    {
        Header = header;
        _numbers = numbers;
    }

    public PeerHeader Header { get; }

    public static PeerFilters Read(string path)
    {
        PeerHeader header = JsonSerializer.Deserialize<PeerHeader>(File.ReadAllText(path), PeerJson.Names)
            ?? throw new InvalidDataException($"{path} holds no header; write it with benchmarks/peers/e2cnn_filters.py.");
        if (header is not { Format: "gcnn-peer-filters", Version: 1, Type: "float64", ByteOrder: "little" } || !BitConverter.IsLittleEndian)
        {
            throw new InvalidDataException(
                $"{path} is '{header.Format}' version {header.Version}, {header.ByteOrder}-endian {header.Type}; this reads version 1 of " +
                "gcnn-peer-filters in little-endian float64, on a little-endian machine.");
        }

        byte[] bytes = File.ReadAllBytes(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, header.Data));
        return new PeerFilters(header, MemoryMarshal.Cast<byte, double>(bytes).ToArray());
    }

    /// <summary>The numbers of an array, row-major.</summary>
    public ReadOnlySpan<double> Numbers(PeerArray array) => _numbers.AsSpan(array.Offset, array.Count);

    /// <summary>One of the parts of an array along its first axis.</summary>
    public ReadOnlySpan<double> Part(PeerArray array, int index)
    {
        int length = array.Count / array.Shape[0];
        return Numbers(array).Slice(index * length, length);
    }
}
