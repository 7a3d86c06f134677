using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>
/// What a net is on images of one size, layer by layer and before it runs: sizes, parameters, receptive fields, multiply-adds by way of the
/// expanded filter and of the group's Fourier transform, and its certificate.
/// </summary>
/// <remarks>
/// <para>
/// Sizes follow <c>(W − F + 2P) / S + 1</c> and its counterparts for every layer (docs/exactness.md). On hexagons the cells of hexagons are
/// counted, and the taps of hexagonal stencils, not the squares they are stored on. Padded pixels count as pixels.
/// </para>
/// <para>
/// Multiply-adds are products with weights, and of attention also of queries with keys and of weights with values, for one image. What
/// acts on each number by itself, and maps that are fixed, such as a blur, are not counted. Receptive fields are those in evaluation.
/// </para>
/// </remarks>
public sealed class Summary
{
    private Summary(ImageSize input, SummaryWalk walk)
    {
        (Input, Layers) = (input, walk.Layers);
        Certificates = walk.Certificates;
    }

    /// <summary>The size of the net's input.</summary>
    public ImageSize Input { get; }

    /// <summary>
    /// The layers in the order in which they are applied, without those that only hold others; then what has parameters beside them.
    /// </summary>
    public IReadOnlyList<LayerSummary> Layers { get; }

    /// <summary>
    /// The certificate of the net, or of its one equivariant part among plain modules; null where there is none or more.
    /// </summary>
    public Certificate? Certificate => Certificates is [(_, var only)] ? only : null;

    /// <summary>The numbers that are trained and saved.</summary>
    public long FreeParameters => Layers.Sum(layer => layer.FreeParameters);

    /// <summary>The numbers of the ordinary filters that it runs, and its other parameters.</summary>
    public long ExpandedParameters => Layers.Sum(layer => layer.ExpandedParameters);

    /// <summary>The multiply-adds of one image with expanded filters; null where a layer is not known.</summary>
    public long? MultiplyAdds => Total(layer => layer.MultiplyAdds);

    /// <summary>
    /// The multiply-adds of one image where each layer that the Fourier transform serves goes that way; null where a layer is not known.
    /// </summary>
    public long? FourierMultiplyAdds => Total(layer => layer.Fourier?.MultiplyAdds ?? layer.MultiplyAdds);

    /// <summary>The additions and multiplications of the transforms that come with <see cref="FourierMultiplyAdds"/>.</summary>
    public long TransformOperations => Layers.Sum(layer => layer.Fourier?.TransformOperations ?? 0);

    /// <summary>The certificates of the equivariant parts, with the path of each.</summary>
    internal IReadOnlyList<(string Prefix, Certificate Certificate)> Certificates { get; }

    /// <summary>Summarises a net.</summary>
    /// <param name="net">
    /// An equivariant net or layer, or a <c>Sequential</c> of such and of plain modules. Of modules that are not known here only the
    /// parameters are counted, and of what comes after them.
    /// </param>
    /// <param name="shape">The shape of its input: <c>N x C x H x W</c>, <c>C x H x W</c> or <c>H x W</c>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A side is above <see cref="ImageSize.MaximumSide"/>.</exception>
    /// <exception cref="ArgumentException">
    /// There are not two to four numbers, one is less than 1, or the net cannot take such images; the message names the layer.
    /// </exception>
    public static Summary For(nn.Module<Tensor, Tensor> net, params ReadOnlySpan<long> shape)
    {
        ArgumentNullException.ThrowIfNull(net);
        if (shape.Length is < 2 or > 4 || shape.ContainsAnyExceptInRange(1, int.MaxValue))
        {
            throw new ArgumentException(
                $"Summary: [{string.Join(", ", shape.ToArray())}] is no shape of images; give height and width, or channels before them.",
                nameof(shape));
        }

        if (Math.Max(shape[^2], shape[^1]) > ImageSize.MaximumSide)
        {
            throw new ArgumentOutOfRangeException(
                nameof(shape),
                $"Summary: images of at most {ImageSize.MaximumSide} x {ImageSize.MaximumSide} are possible; " +
                $"{shape[^2]} x {shape[^1]} were given.");
        }

        ImageSize input = new((int)shape[^2], (int)shape[^1]);
        return new Summary(input, SummaryWalk.Through(net, input, shape.Length > 2 ? shape[^3] : null));
    }

    /// <summary>
    /// A table of the layers in lines of at most 140 characters, totals, the verdict of the certificate and what mends the net.
    /// </summary>
    public override string ToString() => SummaryTable.Print(this);

    private long? Total(Func<LayerSummary, long?> number) =>
        Layers.Select(number).Aggregate((long?)0, (total, next) => total + next);
}
