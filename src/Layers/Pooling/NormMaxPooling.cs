using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>Of each field the vector of largest norm in each window: max pooling for fields of every kind.</summary>
/// <remarks>
/// <para>
/// Vectors whose norms tie share the window: the output is their mean, and the gradient goes to them in equal parts. Any one of
/// them would depend on an order of the pixels, which some element reverses; their mean is what every element takes to that of the
/// turned window. So the layer and its gradient commute without exception. Norms are compared as sums of squares. Added pixels, and cells
/// outside a hexagon, never win.
/// </para>
/// <para>
/// It commutes with the point group where <see cref="MaxPooling"/> does, whose numbers it gives on non-negative scalar fields.
/// <b>Shapes:</b> as <see cref="MaxPooling"/>. Source: [WeilerCesa2019], section 2.7.
/// </para>
/// </remarks>
public sealed partial class NormMaxPooling : WindowPooling
{
    private readonly DeviceIndex _fieldOfChannel;

    /// <summary>Builds the layer.</summary>
    /// <param name="type">The type of its input and output, of any representations.</param>
    /// <param name="kernelSize">The side of the window in pixels, at least 1; odd on hexagons.</param>
    /// <param name="stride">The step between windows, at least 1; the kernel size if null.</param>
    /// <param name="padding">Pixels added on each side, at most half the kernel size; they never win.</param>
    /// <exception cref="ArgumentException">The size is even on hexagons.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public NormMaxPooling(FieldType type, int kernelSize, int? stride = null, int padding = 0)
        : base(nameof(NormMaxPooling), type, kernelSize, stride ?? kernelSize, padding) =>
        _fieldOfChannel = new DeviceIndex([.. Enumerable.Range(0, type.Channels).Select(channel => (long)type.FieldOf(channel))]);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _fieldOfChannel.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <inheritdoc/>
    private protected override Tensor Pool(Tensor input)
    {
        using var scope = NewDisposeScope();
        return Longest(input, SquaredNorms(input), [Padding, Padding, Padding, Padding], Window()).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    private protected override Tensor PoolHexagons(Tensor input, HexagonFrame frame)
    {
        HexagonalDomain hexagon = new(KernelSize / 2);
        return Longest(
            input, Hexagon.Apply(SquaredNorms(input), -1), [frame.Columns, frame.Columns, frame.Rows, frame.Rows],
            Window().Where(at => hexagon.Contains(new(at.X - hexagon.Radius, at.Y - hexagon.Radius))));
    }

    /// <summary>The pixels of the box, counted from its corner.</summary>
    private IEnumerable<LatticePoint> Window() =>
        from y in Enumerable.Range(0, KernelSize)
        from x in Enumerable.Range(0, KernelSize)
        select new LatticePoint(x, y);

    private Tensor SquaredNorms(Tensor input) => BlockByBlock(block => BlockFields.Of(input.detach(), block).pow(2).sum(2));

    /// <summary>The mean of the vectors of each window that have the largest squared norm; added pixels have −1 and so never do.</summary>
    private Tensor Longest(Tensor fields, Tensor squaredNorms, long[] padding, IEnumerable<LatticePoint> window)
    {
        LatticePoint[] taps = [.. window];
        Tensor image = nn.functional.pad(fields, padding), norms = nn.functional.pad(squaredNorms, padding, value: -1);
        Tensor largest = taps.Select(at => Shifted(norms, at)).Aggregate((a, b) => a.maximum(b));
        Tensor zero = tensor(0.0, image.dtype, image.device), index = _fieldOfChannel.On(image.device);
        Tensor sum = zero, winners = zero;
        foreach (LatticePoint at in taps)
        {
            Tensor wins = Shifted(norms, at).eq(largest);
            winners = winners + wins.to(image.dtype);
            sum = sum + where(wins.index_select(1, index), Shifted(image, at), zero);
        }

        return sum / winners.index_select(1, index);
    }

    /// <summary>For every window its pixel at a place counted from the corner: a strided view.</summary>
    private Tensor Shifted(Tensor padded, LatticePoint at) =>
        padded.slice(2, at.Y, End(padded.size(2), at.Y), Stride).slice(3, at.X, End(padded.size(3), at.X), Stride);

    private long End(long side, long start) => start + ((side - KernelSize) / Stride * Stride) + 1;
}
