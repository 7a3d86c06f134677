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
public sealed class MaxPooling : WindowPooling
{
    /// <summary>Builds the layer.</summary>
    /// <param name="type">The type of its input and output.</param>
    /// <param name="kernelSize">The side of the window in pixels, at least 1; odd on hexagons.</param>
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

    /// <inheritdoc/>
    private protected override Tensor PoolHexagons(Tensor input, HexagonFrame frame)
    {
        Tensor winners;
        using (no_grad())
        {
            winners = Winners(input, frame);
        }

        return input.flatten(2).gather(2, winners.flatten(2)).view(input.size(0), input.size(1), frame.OutputSide, frame.OutputSide);
    }

    /// <summary>
    /// The row-major place in the image of each window's largest value. The centre of a window is a cell of the image; another cell wins
    /// if it is larger than all before it, or NaN, as in torch.
    /// </summary>
    private Tensor Winners(Tensor input, HexagonFrame frame)
    {
        Tensor image = Hexagon.Apply(input, double.NegativeInfinity);
        Tensor framed = nn.functional.pad(image, [frame.Columns, frame.Columns, frame.Rows, frame.Rows], value: double.NegativeInfinity);
        Tensor best = Shifted(framed, LatticePoint.Origin, frame);
        Tensor steps = zeros_like(best, ScalarType.Int64);
        foreach (LatticePoint cell in new HexagonalDomain(KernelSize / 2).Cells.Where(cell => cell != LatticePoint.Origin))
        {
            Tensor rival = Shifted(framed, cell, frame);
            steps.masked_fill_(rival.gt(best).logical_or(rival.isnan()), (cell.Y * input.size(3)) + cell.X);
            best = best.maximum(rival);
        }

        Tensor centres = (arange(frame.OutputSide, device: input.device) * Stride) + (input.size(3) / 2) - (Stride * frame.OutputRadius);
        return steps + (centres.unsqueeze(1) * input.size(3)) + centres;
    }

    /// <summary>The cell <c>s v + u</c> for every cell <c>v</c> of the output: a strided view.</summary>
    private Tensor Shifted(Tensor framed, LatticePoint u, HexagonFrame frame)
    {
        long length = (Stride * (frame.OutputSide - 1)) + 1;
        return framed
            .slice(2, (KernelSize / 2) + u.Y, (KernelSize / 2) + u.Y + length, Stride)
            .slice(3, (KernelSize / 2) + u.X, (KernelSize / 2) + u.X + length, Stride);
    }
}
