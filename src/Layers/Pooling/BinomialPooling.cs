using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>
/// Anti-aliased pooling: a binomial blur, then subsampling. The window's weights are the outer square of
/// <c>binomial(k − 1, i) / 2^(k − 1)</c>; added pixels count as zeros.
/// </summary>
/// <remarks>
/// The weights have every symmetry of the square, so the layer commutes with the point group where average pooling does: on
/// sizes with <c>(n + 2 padding − kernel) mod stride = 0</c> (docs/exactness.md). After a max pooling of stride 1 it is max-blur
/// pooling. <b>Shapes:</b> as <see cref="MaxPooling"/>. Source: [Zhang2019].
/// </remarks>
public sealed class BinomialPooling : WindowPooling
{
    private readonly double[] _weights;

    /// <summary>Builds the layer.</summary>
    /// <param name="type">The type of its input and output.</param>
    /// <param name="kernelSize">The side of the blur's window in pixels, at least 1.</param>
    /// <param name="stride">The step between outputs, at least 1.</param>
    /// <param name="padding">Pixels added on each side; half the kernel size, rounded down, if null.</param>
    /// <exception cref="ArgumentException">A field does not permute its channels.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public BinomialPooling(FieldType type, int kernelSize = 3, int stride = 2, int? padding = null)
        : base(nameof(BinomialPooling), type, kernelSize, stride, padding ?? kernelSize / 2) =>
        _weights = Outer(Binomial(kernelSize));

    /// <inheritdoc/>
    private protected override Tensor Pool(Tensor input)
    {
        using var scope = NewDisposeScope();
        long channels = input.size(1);
        Tensor filter = tensor(_weights, [1, 1, KernelSize, KernelSize], input.dtype, input.device)
            .expand(channels, 1, KernelSize, KernelSize)
            .contiguous();
        return nn.functional
            .conv2d(input, filter, null, [Stride, Stride], [Padding, Padding], groups: channels)
            .MoveToOuterDisposeScope();
    }

    // A row of Pascal's triangle over its sum, a power of two: every weight is exact in floating point.
    private static double[] Binomial(int size)
    {
        double[] row = [1];
        for (int n = 1; n < size; n++)
        {
            row = [.. Enumerable.Range(0, n + 1).Select(i => ((i < n ? row[i] : 0) + (i > 0 ? row[i - 1] : 0)) / 2)];
        }

        return row;
    }

    private static double[] Outer(double[] row) => [.. from a in row from b in row select a * b];
}
