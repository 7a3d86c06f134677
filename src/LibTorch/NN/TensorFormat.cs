namespace TorchSharp;

/// <summary>
/// TorchSharp's form of a tensor in a file: element type, number of dimensions and sizes, all LEB128, then the elements' bytes in
/// row-major order.
/// </summary>
internal static class TensorFormat
{
    private const int MaximalDimensions = 64;

    internal static void Write(BinaryWriter writer, torch.Tensor tensor)
    {
        using var scope = torch.NewDisposeScope();
        writer.WriteLeb128((long)tensor.dtype);
        writer.WriteLeb128(tensor.ndim);
        foreach (var size in tensor.shape) writer.WriteLeb128(size);
        writer.Write(tensor.detach().cpu().contiguous().bytes);
    }

    /// <summary>
    /// Reads a tensor of the type and shape of <paramref name="expected"/>, and refuses any other before it takes memory.
    /// </summary>
    internal static torch.Tensor Read(BinaryReader reader, string name, torch.Tensor expected)
    {
        var (type, shape) = ReadHead(reader, name);
        if (type != expected.dtype) throw new InvalidDataException($"'{name}' holds {type}, the module's holds {expected.dtype}.");
        if (!shape.SequenceEqual(expected.shape))
        {
            throw new InvalidDataException(
                $"'{name}' has shape [{string.Join(", ", shape)}], the module's has [{string.Join(", ", expected.shape)}].");
        }

        var tensor = torch.empty(shape, type, torch.CPU);
        reader.BaseStream.ReadExactly(tensor.bytes);
        return tensor;
    }

    /// <summary>Reads past a tensor, in small pieces whatever size it claims.</summary>
    internal static void Skip(BinaryReader reader, string name)
    {
        var (type, shape) = ReadHead(reader, name);
        var rest = checked(shape.Aggregate(1L, (product, size) => checked(product * size)) * type.ElementSize());
        Span<byte> piece = stackalloc byte[4096];
        while (rest > 0)
        {
            var part = piece[..(int)Math.Min(rest, piece.Length)];
            reader.BaseStream.ReadExactly(part);
            rest -= part.Length;
        }
    }

    private static (torch.ScalarType Type, long[] Shape) ReadHead(BinaryReader reader, string name)
    {
        var code = reader.ReadLeb128();
        if (code > sbyte.MaxValue || !Enum.IsDefined((torch.ScalarType)code))
        {
            throw new InvalidDataException($"'{name}' has element type {code}, which is none.");
        }

        var dimensions = reader.ReadLeb128();
        if (dimensions > MaximalDimensions) throw new InvalidDataException($"'{name}' claims {dimensions} dimensions.");
        var shape = new long[dimensions];
        for (var i = 0; i < shape.Length; i++) shape[i] = reader.ReadLeb128();
        return ((torch.ScalarType)code, shape);
    }
}
