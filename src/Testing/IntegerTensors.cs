using GCnn.Actions;
using static TorchSharp.torch;

namespace GCnn.Testing;

/// <summary>Float64 tensors of small integers: sums and products of them are exact, so equivariance is equality.</summary>
public static class IntegerTensors
{
    /// <summary>Integers from −5 to 5, each as likely, the same for the same seed on every machine.</summary>
    /// <remarks>
    /// Entry <c>i</c> is SplitMix64's output number <c>i + 1</c> from the given seed, modulo 11, minus 5. Source: [SteeleLeaFlood2014].
    /// <b>Shapes:</b> as asked.
    /// </remarks>
    /// <param name="seed">The seed; print it with a failure.</param>
    /// <param name="shape">The tensor's shape.</param>
    public static Tensor Random(long seed, params long[] shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        double[] values = new double[shape.Aggregate(1L, (product, side) => product * side)];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = (double)(Mix((ulong)seed + ((ulong)(i + 1) * 0x9E3779B97F4A7C15)) % 11) - 5;
        }

        return tensor(values, shape);
    }

    /// <summary>A field of the integers of <see cref="Random"/>; on hexagons it is zero outside.</summary>
    /// <remarks><b>Shapes:</b> <c>samples x image.Type.Channels x image.Rows x image.Columns</c>.</remarks>
    /// <param name="seed">The seed; print it with a failure.</param>
    /// <param name="image">The field's type and size, such as the input of a <see cref="NetPlan"/>.</param>
    /// <param name="samples">The batch size.</param>
    /// <exception cref="ArgumentException">A hexagon is not stored on a square of that size.</exception>
    public static Tensor Field(long seed, NetState image, int samples)
    {
        ArgumentNullException.ThrowIfNull(image);
        Tensor numbers = Random(seed, samples, image.Type.Channels, image.Rows, image.Columns);
        return image.IsHexagonal ? numbers.MaskToHexagon() : numbers;
    }

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
