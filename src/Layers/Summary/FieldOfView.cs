using GCnn.Groups;

namespace GCnn.Layers;

/// <summary>What each place of an image on its way through a net reads of the net's input.</summary>
/// <param name="Rows">Along the rows' axis, from top to bottom; on hexagons counted from the centre.</param>
/// <param name="Columns">Along the columns' axis.</param>
/// <param name="SeesAll">Whether some layer before it reads all positions together.</param>
internal sealed record FieldOfView(AxisReach Rows, AxisReach Columns, bool SeesAll)
{
    /// <summary>The pixels of the input themselves.</summary>
    public static FieldOfView OfPixels { get; } = new(AxisReach.OfPixels, AxisReach.OfPixels, false);

    /// <summary>After a layer; null where it turns the axes, so that rows and columns of its output are none of the input.</summary>
    public FieldOfView? Through(LayerGeometry geometry, ImageSize? size, bool hexagonal) => geometry switch
    {
        PointwiseGeometry { SeesAll: true } or GlobalGeometry or RelativeGeometry or PolyphaseGeometry => this with { SeesAll = true },
        WindowGeometry window => Along(
            (axis, taps) => axis.Windows(
                taps, window.Stride, hexagonal ? -window.Dilation * (taps / 2) : -window.Padding, window.Dilation),
            window.Rows, window.Columns),
        TransposedWindowGeometry window => Along(
            (axis, taps) => axis.Transposed(
                taps, window.Stride, hexagonal ? window.Dilation * (taps / 2) : window.Padding, window.Dilation),
            window.Rows, window.Columns),
        UpsamplingGeometry upsampling => Along((axis, _) => axis.Upsampled(upsampling), 0, 0),
        AdaptiveGeometry adaptive when size is { } image => Adapted(adaptive, image, hexagonal),
        SublatticeGeometry sampling => Sampled(sampling, hexagonal),
        _ => this,
    };

    /// <summary>What any of several branches reads; null where their outputs lie differently.</summary>
    public static FieldOfView? Of(IReadOnlyList<FieldOfView?> branches) => branches.Aggregate((a, b) =>
        a is not null && b is not null && a.Rows.With(b.Rows) is { } rows && a.Columns.With(b.Columns) is { } columns
            ? new FieldOfView(rows, columns, a.SeesAll || b.SeesAll)
            : null);

    private FieldOfView Adapted(AdaptiveGeometry adaptive, ImageSize size, bool hexagonal)
    {
        if (!hexagonal)
        {
            return this with { Rows = Rows.Adaptive(size.Rows, adaptive.Rows), Columns = Columns.Adaptive(size.Columns, adaptive.Columns) };
        }

        int step = size.Rows / adaptive.Rows, reach = (size.Rows / 2) - (step * (adaptive.Rows / 2));
        return Along((axis, taps) => axis.Windows(taps, step, -reach, 1), (2 * reach) + 1, (2 * reach) + 1);
    }

    private FieldOfView? Sampled(SublatticeGeometry sampling, bool hexagonal)
    {
        LatticePoint first = sampling.Sublattice.ToParent(new LatticePoint(1, 0));
        if (first.X != 0 && first.Y != 0)
        {
            return null;
        }

        int step = hexagonal ? CubePoint.FromAxial(first).Norm : Math.Abs(first.X) + Math.Abs(first.Y);
        return Along((axis, taps) => axis.Windows(taps, step, -sampling.Reach, 1), (2 * sampling.Reach) + 1, (2 * sampling.Reach) + 1);
    }

    private FieldOfView Along(Func<AxisReach, int, AxisReach> layer, int rows, int columns) =>
        this with { Rows = layer(Rows, rows), Columns = layer(Columns, columns) };
}
