using System.Buffers.Binary;
using System.Security.Cryptography;
using static TorchSharp.torch;

namespace GCnn.Checkpoints;

/// <content>Bytes of the file.</content>
public sealed partial class SafeTensorsFile
{
    private const int PieceLength = 1 << 16;

    private Tensor Read(TensorEntry entry)
    {
        using var scope = NewDisposeScope();
        Tensor tensor = empty([.. entry.Shape], entry.Type, CPU);
        long at = _dataStart + entry.Begin;
        TensorBytes.InPlace(tensor, bytes =>
        {
            ReadExactly(bytes, at);
            at += bytes.Length;
            if (entry.Type == ScalarType.Bool && bytes.ContainsAnyExceptInRange((byte)0, (byte)1))
            {
                throw new InvalidDataException($"has a boolean in {Quoted.Name(entry.Name)} that is neither 0 nor 1");
            }
        });
        return tensor.MoveToOuterDisposeScope();
    }

    private int HeaderLength(long length)
    {
        Span<byte> prefix = stackalloc byte[SafeTensorsHeader.PrefixLength];
        if (length < prefix.Length)
        {
            throw new InvalidDataException($"is no safetensors file: it has {length} bytes, and the length of its header alone takes 8");
        }

        ReadExactly(prefix, 0);
        ulong header = BinaryPrimitives.ReadUInt64LittleEndian(prefix);
        if (Foreign.Named(prefix) is { } foreign)
        {
            throw new InvalidDataException($"is no safetensors file but {foreign}");
        }

        if (header > SafeTensorsHeader.MaximumLength)
        {
            throw new InvalidDataException($"is no safetensors file: by its first 8 bytes its header would have {header} bytes, and "
                + $"at most {SafeTensorsHeader.MaximumLength} are allowed");
        }

        return (long)header <= length - prefix.Length
            ? (int)header
            : throw new InvalidDataException($"is cut short: its header should have {header} bytes and {length - prefix.Length} are there");
    }

    private void Append(IncrementalHash hash, long at, long count)
    {
        byte[] piece = new byte[PieceLength];
        for (long end = at + count; at < end;)
        {
            Span<byte> part = piece.AsSpan(0, (int)Math.Min(PieceLength, end - at));
            ReadExactly(part, at);
            hash.AppendData(part);
            at += part.Length;
        }
    }

    private void ReadExactly(Span<byte> bytes, long at)
    {
        while (bytes.Length > 0)
        {
            int read = RandomAccess.Read(_file, bytes, at);
            if (read == 0)
            {
                throw new InvalidDataException("has become shorter while it was read");
            }

            bytes = bytes[read..];
            at += read;
        }
    }
}
