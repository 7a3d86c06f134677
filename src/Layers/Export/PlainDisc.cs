using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>
/// Weighs each pixel by its distance from the image's centre: 1 in a disc, outside a Gaussian fall or 0, as <see cref="DiscMask"/> does.
/// </summary>
/// <remarks>In ONNX it is <c>Mul</c> by a constant. <b>Shapes:</b> <c>N x C x H x W</c> to the same.</remarks>
public sealed class PlainDisc : nn.Module<Tensor, Tensor>
{
    private readonly DiscWeights _weights;

    internal PlainDisc(DiscWeights weights)
        : base(nameof(PlainDisc)) => _weights = weights;

    /// <summary>The weights of images of one size, row by row.</summary>
    /// <param name="rows">The height of the images.</param>
    /// <param name="columns">The width of the images.</param>
    /// <exception cref="ArgumentException">No pixel is in the disc.</exception>
    public IReadOnlyList<double> WeightsOf(int rows, int columns) => _weights.Values(rows, columns);

    /// <summary>Weighs the pixels.</summary>
    /// <param name="input">The image.</param>
    /// <exception cref="ArgumentException">No pixel is in the disc.</exception>
    public override Tensor forward(Tensor input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return input * _weights.For((int)input.size(2), (int)input.size(3)).Like(input);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _weights.Dispose();
        }

        base.Dispose(disposing);
    }
}
