using static TorchSharp.torch;

namespace GCnn.Checkpoints;

/// <summary>A tensor's bytes in row-major order, little-endian, in pieces: a span ends at 2 GiB and a tensor need not.</summary>
internal static class TensorBytes
{
    private const int MostElements = 1 << 24;

    /// <summary>Takes a piece of a tensor's memory.</summary>
    public delegate void Piece(Span<byte> bytes);

    /// <summary>Hands out the bytes of a tensor, whatever its strides and device.</summary>
    public static void Read(Tensor tensor, Piece piece)
    {
        using var scope = NewDisposeScope();
        InPlace(tensor.detach().cpu().contiguous(), piece);
    }

    /// <summary>Hands out the memory of a contiguous tensor on the CPU, to be read or written.</summary>
    public static void InPlace(Tensor tensor, Piece piece)
    {
        if (!BitConverter.IsLittleEndian)
        {
            throw new PlatformNotSupportedException("safetensors files are little-endian, and this machine is not.");
        }

        using var scope = NewDisposeScope();
        Tensor row = tensor.reshape(-1);
        long count = row.NumberOfElements;
        for (long at = 0; at < count; at += MostElements)
        {
            piece(row.narrow(0, at, Math.Min(MostElements, count - at)).bytes);
        }
    }
}
