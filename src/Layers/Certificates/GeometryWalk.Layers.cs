using GCnn.Groups;

namespace GCnn.Layers;

internal sealed partial class GeometryWalk
{
    /// <summary>The image after one layer; null where the layer is unknown or has no room.</summary>
    private WalkState? After(EquivariantModule module, LayerGeometry? geometry, WalkState state)
    {
        if (geometry is not (null or PointwiseGeometry or GlobalGeometry) && state.Size is null)
        {
            return Failed($"{module.GetName()} takes images; what arrives has no positions any more.");
        }

        int layer = _layers.Count;
        WalkState? next = geometry switch
        {
            PointwiseGeometry { SeesAll: true } => state.Traced(terms => terms.Normalized(layer)),
            PointwiseGeometry each => state.Traced(terms => terms.Each(layer, each.Preserves)),
            GlobalGeometry global => (state with { Size = null }).Traced(terms => terms.Pooled(layer, global.Reading)),
            WindowGeometry window => IsHexagonal(module) ? OnHexagon(module, window, state) : OnRectangle(module, window, state),
            TransposedWindowGeometry window => IsHexagonal(module)
                ? OnHexagon(module, window, state)
                : OnRectangle(module, window, state),
            AdaptiveGeometry adaptive => Adapted(module, adaptive, state),
            MaskGeometry => state.Traced(terms => terms.Weighed(layer)),
            RelativeGeometry => Opaque(state, state.Size!.Value),
            UpsamplingGeometry upsampling => Upsampled(upsampling, state, IsHexagonal(module)),
            SublatticeGeometry sampling => Sampled(module, sampling, state),
            PolyphaseGeometry polyphase => polyphase.Upsamples ? PutBack(module, polyphase, state) : Polyphase(module, polyphase, state),
            _ => null,
        };
        return next is null
            ? null
            : Settled(module, geometry, state, next) with { View = state.View?.Through(geometry!, state.Size, IsHexagonal(module)) };
    }

    /// <summary>The windows along the rows' axis and the columns'.</summary>
    internal static (WindowAxis Rows, WindowAxis Columns) Axes(WindowGeometry window, ImageSize size) =>
        (new(size.Rows, window.Rows, window), new(size.Columns, window.Columns, window));

    private WalkState? OnRectangle(EquivariantModule module, WindowGeometry window, WalkState state)
    {
        (WindowAxis rows, WindowAxis columns) = Axes(window, state.Size!.Value);
        if (rows.Room < 0 || columns.Room < 0)
        {
            return Failed($"{module.GetName()}: an image of {state.Size} pixels with padding {window.Padding} has no room for windows of " +
                $"{rows.Extent} x {columns.Extent}. Give the net a larger image.");
        }

        int most = Math.Min(rows.MostPadding, columns.MostPadding);
        return window.Padding > most
            ? Failed($"{module.GetName()}: an image of {state.Size} pixels cannot be padded by mode {window.Mode} with padding " +
                $"{window.Padding}; at most {most} is possible. Give the net a larger image.")
            : (state with { Size = new(rows.Places, columns.Places), Period = state.Period * window.Stride })
                .Traced(terms => Through(terms, AxisWindows.Of(rows)), terms => Through(terms, AxisWindows.Of(columns)));
    }

    /// <summary>The radius becomes <c>⌊(R + p − e) / s⌋</c>, and windows are centred (<see cref="HexagonFrame"/>).</summary>
    private WalkState? OnHexagon(EquivariantModule module, WindowGeometry window, WalkState state)
    {
        int radius = state.Size!.Value.Rows / 2, reach = Reach(window);
        int room = radius + window.Padding - reach;
        return room < 0
            ? Failed($"{module.GetName()}: a hexagon of radius {radius} with padding {window.Padding} has no room for windows of " +
                $"radius {reach}. Give the net a larger image.")
            : state with { Size = Hexagon(room / window.Stride), Period = state.Period * window.Stride };
    }

    private WalkState? OnRectangle(EquivariantModule module, TransposedWindowGeometry window, WalkState state)
    {
        ImageSize size = state.Size!.Value;
        (int rows, int columns) = (AxisWindows.TransposedLength(window, size.Rows, window.Rows),
            AxisWindows.TransposedLength(window, size.Columns, window.Columns));
        return rows < 1 || columns < 1
            ? CutAway(module, window, size)
            : (state with { Size = new(rows, columns) }).Traced(
                terms => Through(terms, AxisWindows.OfTransposed(window, size.Rows, window.Rows)),
                terms => Through(terms, AxisWindows.OfTransposed(window, size.Columns, window.Columns)));
    }

    /// <summary>The radius becomes <c>s R + e − p + o</c>.</summary>
    private WalkState? OnHexagon(EquivariantModule module, TransposedWindowGeometry window, WalkState state)
    {
        int radius = state.Size!.Value.Rows / 2, reach = Math.Max(window.RowExtent, window.ColumnExtent) / 2;
        int output = (window.Stride * radius) + reach - window.Padding + window.OutputPadding;
        return output < 0 ? CutAway(module, window, state.Size.Value) : state with { Size = Hexagon(output) };
    }

    private WalkState? CutAway(EquivariantModule module, TransposedWindowGeometry window, ImageSize size) => Failed(
        $"{module.GetName()}: of an image of {size} pixels padding {window.Padding} cuts everything away. Give the net a larger image.");

    private WalkState? Adapted(EquivariantModule module, AdaptiveGeometry adaptive, WalkState state)
    {
        ImageSize size = state.Size!.Value;
        return IsHexagonal(module) && size.Rows < adaptive.Rows
            ? Failed($"{module.GetName()}: a hexagon of radius {size.Rows / 2} has no room for {adaptive.Rows} x {adaptive.Columns} " +
                "windows. Give the net a larger image.")
            : (state with { Size = new(adaptive.Rows, adaptive.Columns) }).Traced(
                terms => Through(terms, AxisWindows.OfAdaptive(adaptive.Reading, size.Rows, adaptive.Rows)),
                terms => Through(terms, AxisWindows.OfAdaptive(adaptive.Reading, size.Columns, adaptive.Columns)));
    }

    private WalkState Upsampled(UpsamplingGeometry upsampling, WalkState state, bool hexagonal)
    {
        int factor = upsampling.Factor;
        ImageSize size = state.Size!.Value;
        ImageSize output = hexagonal ? Hexagon(factor * (size.Rows / 2))
            : upsampling.KeepsPoints ? new((factor * (size.Rows - 1)) + 1, (factor * (size.Columns - 1)) + 1)
            : new(factor * size.Rows, factor * size.Columns);
        return (state with { Size = output }).Traced(
            terms => Through(terms, AxisWindows.OfUpsampling(upsampling, size.Rows)),
            terms => Through(terms, AxisWindows.OfUpsampling(upsampling, size.Columns)));
    }

    /// <summary>
    /// The largest hexagon (square) of the sublattice in the image, about its centre. A turned sublattice turns the axes, so what they are
    /// made of is followed anew from there.
    /// </summary>
    private WalkState? Sampled(EquivariantModule module, SublatticeGeometry sampling, WalkState state)
    {
        ImageSize size = state.Size!.Value;
        bool turned = IsTurned(sampling.Sublattice);
        if (!IsHexagonal(module) && (size.Rows % 2 == 0 || size.Columns % 2 == 0))
        {
            return Failed($"{module.GetName()}: an image of {size} pixels has no pixel in its centre. Give the net another size.");
        }

        int step = Step(sampling.Sublattice), least = Math.Min(size.Rows, size.Columns);
        (int rows, int columns) = turned ? (least / 2 / step, least / 2 / step) : (size.Rows / 2 / step, size.Columns / 2 / step);
        WalkState next = state with { Period = state.Period * step, Size = new((2 * rows) + 1, (2 * columns) + 1) };
        return !turned || state.Rows is null
            ? next.Traced(
                terms => Through(terms, AxisWindows.OfCentred(sampling.Reading, size.Rows, step)),
                terms => Through(terms, AxisWindows.OfCentred(sampling.Reading, size.Columns, step)))
            : next.Without(state.Elements.Except(state.Commuting(module.InputType.Group).Select(h => state.Elements[h]))).TracedAnew();
    }

    private WalkState Opaque(WalkState state, ImageSize output) => (state with { Size = output }).Traced(
        terms => terms.Opaque(_layers.Count, output.Rows), terms => terms.Opaque(_layers.Count, output.Columns));

    private AxisTrace Through(AxisTrace terms, AxisWindows windows) => terms.Through(_layers.Count, windows);

    private static bool IsHexagonal(EquivariantModule module) => module.InputType.Group.Lattice is HexagonalLattice;

    private static ImageSize Hexagon(int radius) => new((2 * radius) + 1, (2 * radius) + 1);

    /// <summary>The largest distance from a hexagonal window's centre to a cell of its box.</summary>
    private static int Reach(WindowGeometry window) => Math.Max(window.RowExtent, window.ColumnExtent) / 2;

    private static bool IsTurned(Sublattice sublattice) => sublattice.Basis is not { B: 0, C: 0 };

    /// <summary>The distance between neighbouring points in steps of the lattice: the radius is divided by it.</summary>
    private static int Step(Sublattice sublattice)
    {
        LatticePoint first = sublattice.ToParent(new LatticePoint(1, 0));
        return sublattice.Lattice is HexagonalLattice ? CubePoint.FromAxial(first).Norm : Math.Abs(first.X) + Math.Abs(first.Y);
    }
}
