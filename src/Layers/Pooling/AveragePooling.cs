using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>The mean of each window, for fields of every kind; added pixels count as zeros.</summary>
/// <remarks>
/// It commutes with the point group on sizes with <c>(n + 2 padding − kernel) mod stride = 0</c> on each axis, and on hexagons at every
/// size (docs/exactness.md). Cells outside a hexagon count as zeros as well. <b>Shapes:</b> as <see cref="MaxPooling"/>.
/// </remarks>
public sealed partial class AveragePooling : WindowPooling
{
    private readonly double[] _cells;

    /// <summary>Builds the layer.</summary>
    /// <param name="type">The type of its input and output, of any representations.</param>
    /// <param name="kernelSize">The side of the window in pixels, at least 1; odd on hexagons.</param>
    /// <param name="stride">The step between windows, at least 1; the kernel size if null.</param>
    /// <param name="padding">Pixels added on each side, at most half the kernel size.</param>
    /// <exception cref="ArgumentException">The size is even on hexagons.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public AveragePooling(FieldType type, int kernelSize, int? stride = null, int padding = 0)
        : base(nameof(AveragePooling), type, kernelSize, stride ?? kernelSize, padding) =>
        _cells = OnHexagons ? [.. new HexagonalDomain(kernelSize / 2).Mask.ToArray().Select(inside => inside ? 1.0 : 0)] : [];

    /// <inheritdoc/>
    private protected override Tensor Pool(Tensor input) =>
        nn.functional.avg_pool2d(input, KernelSize, Stride, Padding);

    /// <inheritdoc/>
    private protected override Tensor PoolHexagons(Tensor input, HexagonFrame frame)
    {
        // First the sum and then one division: sums of integers stay exact.
        (Tensor image, long[] padding) = frame.Fit(input);
        return Weigh(image, _cells, padding) / _cells.Sum();
    }
}
