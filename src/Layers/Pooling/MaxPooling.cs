using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>The largest value in each window, channel by channel.</summary>
/// <remarks>
/// It commutes with the point group on sizes with <c>(n + 2 padding − kernel) mod stride = 0</c> on each axis
/// (docs/exactness.md). <b>Shapes:</b> <c>N x C x H x W -> N x C x H' x W'</c>, <c>H' = (H + 2 padding − kernel) / stride + 1</c>.
/// Where several pixels of a window attain the maximum the gradient goes to one of them, as in torch, and then commutes no longer.
/// Source: [CohenWelling2016], section 6.3.
/// </remarks>
public sealed class MaxPooling : WindowPooling
{
    /// <summary>Builds the layer.</summary>
    /// <param name="type">The type of its input and output.</param>
    /// <param name="kernelSize">The side of the window in pixels, at least 1.</param>
    /// <param name="stride">The step between windows, at least 1; the kernel size if null.</param>
    /// <param name="padding">Pixels added on each side, at most half the kernel size; they never win.</param>
    /// <exception cref="ArgumentException">A field does not permute its channels.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public MaxPooling(FieldType type, int kernelSize, int? stride = null, int padding = 0)
        : base(nameof(MaxPooling), type, kernelSize, stride ?? kernelSize, padding)
    {
    }

    /// <inheritdoc/>
    private protected override Tensor Pool(Tensor input) =>
        nn.functional.max_pool2d(input, KernelSize, Stride, Padding);
}
