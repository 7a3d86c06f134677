using System.Buffers.Binary;

namespace GCnn.Onnx;

/// <summary>A constant of a graph (<c>TensorProto</c>): weights, indices, a mask. Source: [Onnx2022].</summary>
public sealed class OnnxTensor
{
    /// <summary>A constant from its bytes.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="element">The type of its numbers.</param>
    /// <param name="shape">The length of each axis.</param>
    /// <param name="bytes">The numbers in row-major order, each with its lowest byte first.</param>
    /// <exception cref="ArgumentException">There are not as many bytes as the shape asks for.</exception>
    public OnnxTensor(string name, OnnxElement element, IReadOnlyList<long> shape, ReadOnlyMemory<byte> bytes)
    {
        ArgumentNullException.ThrowIfNull(shape);
        long needed = shape.Aggregate((long)Width(element), (product, length) => product * length);
        (Name, Element, Shape, Bytes) = (name, element, shape, bytes);
        if (needed != bytes.Length)
        {
            throw new ArgumentException(
                $"OnnxTensor: {this} needs {needed} bytes; {bytes.Length} were given.", nameof(bytes));
        }
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>The type of its numbers.</summary>
    public OnnxElement Element { get; }

    /// <summary>The length of each axis.</summary>
    public IReadOnlyList<long> Shape { get; }

    /// <summary>The numbers in row-major order, each with its lowest byte first.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>Real numbers.</summary>
    /// <param name="name">Their name.</param>
    /// <param name="shape">The length of each axis.</param>
    /// <param name="values">The numbers in row-major order.</param>
    public static OnnxTensor Of(string name, IReadOnlyList<long> shape, ReadOnlySpan<float> values)
    {
        byte[] bytes = new byte[sizeof(float) * values.Length];
        for (int i = 0; i < values.Length; i++)
        {
            BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(sizeof(float) * i), values[i]);
        }

        return new OnnxTensor(name, OnnxElement.Float, shape, bytes);
    }

    /// <summary>Whole numbers.</summary>
    /// <param name="name">Their name.</param>
    /// <param name="shape">The length of each axis.</param>
    /// <param name="values">The numbers in row-major order.</param>
    public static OnnxTensor Of(string name, IReadOnlyList<long> shape, ReadOnlySpan<long> values)
    {
        byte[] bytes = new byte[sizeof(long) * values.Length];
        for (int i = 0; i < values.Length; i++)
        {
            BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(sizeof(long) * i), values[i]);
        }

        return new OnnxTensor(name, OnnxElement.Int64, shape, bytes);
    }

    /// <summary>Truths.</summary>
    /// <param name="name">Their name.</param>
    /// <param name="shape">The length of each axis.</param>
    /// <param name="values">The truths in row-major order.</param>
    public static OnnxTensor Of(string name, IReadOnlyList<long> shape, ReadOnlySpan<bool> values)
    {
        byte[] bytes = new byte[values.Length];
        for (int i = 0; i < values.Length; i++)
        {
            bytes[i] = values[i] ? (byte)1 : (byte)0;
        }

        return new OnnxTensor(name, OnnxElement.Bool, shape, bytes);
    }

    /// <summary>Name and shape, such as <c>0.weight: 8 x 3 x 5 x 5</c>.</summary>
    public override string ToString() => $"{Name}: {string.Join(" x ", Shape)}";

    private static int Width(OnnxElement element) => element switch
    {
        OnnxElement.Float => sizeof(float),
        OnnxElement.Int64 => sizeof(long),
        OnnxElement.Bool => sizeof(byte),
        _ => throw new ArgumentException(
            $"OnnxTensor: numbers of type {element} are not among those that are written here: Float, Int64 and Bool.", nameof(element)),
    };
}
