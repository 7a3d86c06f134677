using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>The largest value in each window, channel by channel.</summary>
/// <remarks>
/// It commutes with the point group on sizes with <c>(n + 2 padding − kernel) mod stride = 0</c> on each axis, and on hexagons at every
/// size (docs/exactness.md). <b>Shapes:</b> <c>N x C x H x W -> N x C x H' x W'</c>, <c>H' = (H + 2 padding − kernel) / stride + 1</c>; on
/// hexagons radius <c>R</c> to <c>⌊(R + padding − (kernel − 1) / 2) / stride⌋</c>. Where several pixels of a window attain the maximum the
/// gradient goes to one of them, as in torch, and then commutes no longer. Source: [CohenWelling2016], section 6.3.
/// </remarks>
public sealed partial class MaxPooling : WindowPooling
{
    /// <summary>Builds the layer.</summary>
    /// <param name="type">The type of its input and output.</param>
    /// <param name="kernelSize">The side of the window in pixels, at least 1; odd on hexagons.</param>
    /// <param name="stride">The step between windows, at least 1; the kernel size if null.</param>
    /// <param name="padding">Pixels added on each side, at most half the kernel size; they never win.</param>
    /// <exception cref="ArgumentException">A field does not permute its channels, or the size is even on hexagons.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public MaxPooling(FieldType type, int kernelSize, int? stride = null, int padding = 0)
        : base(nameof(MaxPooling), RequirePermutation(nameof(MaxPooling), type), kernelSize, stride ?? kernelSize, padding)
    {
    }

    /// <inheritdoc/>
    private protected override Tensor Pool(Tensor input) =>
        nn.functional.max_pool2d(input, KernelSize, Stride, Padding);

    /// <inheritdoc/>
    private protected override Tensor PoolHexagons(Tensor input, HexagonFrame frame)
    {
        Tensor framed = Framed(input.detach(), frame);

        // The centre, which is always a cell of the image, comes last.
        LatticePoint[] window = [.. new HexagonalDomain(KernelSize / 2).Cells.OrderBy(cell => cell == LatticePoint.Origin)];
        Tensor largest = window.Select(cell => Shifted(framed, cell, frame)).Aggregate((a, b) => a.maximum(b));
        return is_grad_enabled() && input.requires_grad ? Winning(input, framed, largest, window, frame) : largest;
    }

    /// <summary>
    /// The largest values as a gather from the input, so that the gradient of each goes to the one cell it was read from. A window that
    /// sees no number gives none, and no gradient.
    /// </summary>
    private Tensor Winning(Tensor input, Tensor framed, Tensor largest, LatticePoint[] window, HexagonFrame frame)
    {
        long side = input.size(3);
        Tensor steps = zeros_like(largest, ScalarType.Int64);
        foreach (LatticePoint cell in window)
        {
            steps.masked_fill_(Shifted(framed, cell, frame).eq(largest), (cell.Y * side) + cell.X);
        }

        Tensor centres = (arange(frame.OutputSide, device: input.device) * Stride) + (side / 2) - (Stride * frame.OutputRadius);
        Tensor places = steps + (centres.unsqueeze(1) * side) + centres;
        return where(largest.isnan(), largest, input.flatten(2).gather(2, places.flatten(2)).view(largest.shape));
    }

    /// <summary>The image as far as the windows reach, with <c>−∞</c> around its hexagon: there no cell wins.</summary>
    private Tensor Framed(Tensor image, HexagonFrame frame) => nn.functional.pad(
        Hexagon.Apply(image, double.NegativeInfinity), [frame.Columns, frame.Columns, frame.Rows, frame.Rows],
        value: double.NegativeInfinity);

    /// <summary>The cell <c>s v + u</c> for every cell <c>v</c> of the output: a strided view.</summary>
    private Tensor Shifted(Tensor framed, LatticePoint u, HexagonFrame frame)
    {
        long length = (Stride * (frame.OutputSide - 1)) + 1;
        return framed
            .slice(2, (KernelSize / 2) + u.Y, (KernelSize / 2) + u.Y + length, Stride)
            .slice(3, (KernelSize / 2) + u.X, (KernelSize / 2) + u.X + length, Stride);
    }
}
