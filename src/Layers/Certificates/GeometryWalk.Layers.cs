using GCnn.Groups;

namespace GCnn.Layers;

internal sealed partial class GeometryWalk
{
    /// <summary>The image after one layer; null where the layer is unknown or has no room.</summary>
    private WalkState? After(EquivariantModule module, LayerGeometry? geometry, WalkState state)
    {
        int layer = _layers.Count;
        WalkState? next = geometry switch
        {
            PointwiseGeometry { SeesAll: true } => (state with { Shifts = Margin(state, Half(state.Size)) })
                .Traced(terms => terms.Normalized(layer)),
            PointwiseGeometry => state.Traced(terms => terms.Joined(layer)),
            GlobalGeometry global => (state with { Size = null, Drift = 0, Shifts = Margin(state, 1) })
                .Traced(terms => terms.Pooled(layer, global.Reading)),
            null => null,
            _ when state.Size is null => Failed($"{module.GetName()} takes images; what arrives has no positions any more."),
            WindowGeometry window when IsHexagonal(module) => OnHexagon(module, window, state),
            WindowGeometry window => OnRectangle(module, window, state),
            AdaptiveGeometry adaptive => Adapted(adaptive, state),
            MaskGeometry or RelativeGeometry => Opaque(state with { Shifts = null }, state.Size.Value),
            UpsamplingGeometry upsampling => Upsampled(upsampling, state, IsHexagonal(module)),
            SublatticeGeometry sampling => Sampled(module, sampling, state),
            PolyphaseGeometry polyphase when !IsHexagonal(module) => Polyphase(module, polyphase, state),
            _ => null,
        };
        return next is null ? null : next with { Elements = Kept(module, geometry, next.Elements) };
    }

    /// <summary>The elements of the output's group; sampling on a sublattice writes them in the sublattice's own basis.</summary>
    private static IReadOnlyList<int> Kept(EquivariantModule module, LayerGeometry? geometry, IReadOnlyList<int> elements)
    {
        (PlaneGroup before, PlaneGroup after) = (module.InputType.Group, module.OutputType.Group);
        return before.Equals(after) ? elements
            : geometry is SublatticeGeometry sampling ? [.. sampling.Sublattice.Kept(before).Members.Select(h => elements[h])]
            : [.. before.ElementsOf(after).Select(h => elements[h])];
    }

    private WalkState? OnRectangle(EquivariantModule module, WindowGeometry window, WalkState state)
    {
        (WindowAxis rows, WindowAxis columns) = Axes(window, state.Size!.Value);
        if (rows.Room < 0 || columns.Room < 0)
        {
            return Failed($"{module.GetName()}: an image of {state.Size} pixels with padding {window.Padding} has no room for windows of " +
                $"{rows.Extent} x {columns.Extent}. Give the net a larger image.");
        }

        ShiftSymmetry? shifts = state.Shifts?.Strided(
            window.Stride, rows.IsCyclic && columns.IsCyclic, Ceiling(state.Shifts.Margin + window.Padding, window.Stride));
        return (state with { Size = new(rows.Places, columns.Places), Period = state.Period * window.Stride, Shifts = shifts })
            .Traced(terms => terms.Through(_layers.Count, rows), terms => terms.Through(_layers.Count, columns));
    }

    /// <summary>The radius becomes <c>⌊(R + p − e) / s⌋</c>, and windows are centred (<see cref="HexagonFrame"/>).</summary>
    private WalkState? OnHexagon(EquivariantModule module, WindowGeometry window, WalkState state)
    {
        int radius = state.Size!.Value.Rows / 2, reach = Math.Max(window.RowExtent, window.ColumnExtent) / 2;
        int room = radius + window.Padding - reach;
        if (room < 0)
        {
            return Failed($"{module.GetName()}: a hexagon of radius {radius} with padding {window.Padding} has no room for windows of " +
                $"radius {reach}. Give the net a larger image.");
        }

        int output = room / window.Stride;
        ShiftSymmetry? shifts = state.Shifts?.Strided(
            window.Stride, cyclic: false, Rim(output, radius - state.Shifts.Margin - reach, window.Stride));
        return state with { Size = Hexagon(output), Period = state.Period * window.Stride, Shifts = shifts };
    }

    /// <summary>Equal windows where the sizes divide; on hexagons that depends on more than is known here.</summary>
    private WalkState Adapted(AdaptiveGeometry adaptive, WalkState state)
    {
        ImageSize size = state.Size!.Value;
        int step = size.Rows / adaptive.Rows;
        bool divides = step > 0 && size == new ImageSize(step * adaptive.Rows, step * adaptive.Columns);
        ShiftSymmetry? shifts = divides && state.Shifts is { Sublattice.Lattice: SquareLattice } before
            ? before.Strided(step, cyclic: true, Ceiling(before.Margin, step))
            : null;
        return Opaque(state with { Shifts = shifts }, new ImageSize(adaptive.Rows, adaptive.Columns));
    }

    private WalkState Upsampled(UpsamplingGeometry upsampling, WalkState state, bool hexagonal)
    {
        int factor = upsampling.Factor;
        ImageSize size = state.Size!.Value;
        ImageSize output = hexagonal ? Hexagon(factor * (size.Rows / 2))
            : upsampling.KeepsPoints ? new((factor * (size.Rows - 1)) + 1, (factor * (size.Columns - 1)) + 1)
            : new(factor * size.Rows, factor * size.Columns);
        ShiftSymmetry? shifts = state.Shifts is not { } before ? null : before with
        {
            Steps = before.Steps * factor,
            Cyclic = before.Cyclic && upsampling is { Taps: 1, KeepsPoints: false },
            Margin = factor * (before.Margin + upsampling.Taps - 1),
        };
        return Opaque(state with { Shifts = shifts }, output);
    }

    /// <summary>
    /// The largest hexagon (square) of the sublattice in the image, about its centre. A turned sublattice turns the axes, so that what they
    /// are made of can be followed no further.
    /// </summary>
    private WalkState? Sampled(EquivariantModule module, SublatticeGeometry sampling, WalkState state)
    {
        ImageSize size = state.Size!.Value;
        LatticePoint first = sampling.Sublattice.ToParent(new LatticePoint(1, 0));
        bool turned = first.X != 0 && first.Y != 0;
        if (size.Rows % 2 == 0 || size.Columns % 2 == 0 || (turned && size.Rows != size.Columns))
        {
            return Failed($"{module.GetName()}: an image of {size} pixels has no pixel in its centre, or is no square for a turned sublattice. " +
                "Give the net another size.");
        }

        int step = IsHexagonal(module) ? CubePoint.FromAxial(first).Norm : Math.Abs(first.X) + Math.Abs(first.Y);
        (int rows, int columns) = (size.Rows / 2 / step, size.Columns / 2 / step);
        ShiftSymmetry? shifts = state.Shifts?.Sampled(
            sampling.Sublattice, Rim(rows, (size.Rows / 2) - state.Shifts.Margin - sampling.Reach, step));
        WalkState next = state with { Period = state.Period * step, Shifts = shifts };
        ImageSize output = new((2 * rows) + 1, (2 * columns) + 1);
        return turned ? next with { Size = output, Rows = null, Columns = null } : Opaque(next, output);
    }

    /// <summary>Sampling shifts what follows by a choice of its own; upsampling takes that back.</summary>
    private WalkState? Polyphase(EquivariantModule module, PolyphaseGeometry polyphase, WalkState state)
    {
        (ImageSize size, int stride) = (state.Size!.Value, polyphase.Stride);
        if (polyphase.Upsamples)
        {
            return Opaque(
                state with { Drift = Math.Max(0, state.Drift - 1) }, new ImageSize(stride * size.Rows, stride * size.Columns));
        }

        return size.Rows % stride == 0 && size.Columns % stride == 0
            ? Opaque(state with { Drift = state.Drift + 1 }, new ImageSize(size.Rows / stride, size.Columns / stride))
            : Failed($"{module.GetName()}: stride {stride} divides not both sides of an image of {size} pixels. Give the net another size.");
    }

    private WalkState Opaque(WalkState state, ImageSize output) => (state with { Size = output }).Traced(
        terms => terms.Opaque(_layers.Count, output.Rows), terms => terms.Opaque(_layers.Count, output.Columns));

    /// <summary>The windows along the rows' axis and the columns'.</summary>
    internal static (WindowAxis Rows, WindowAxis Columns) Axes(WindowGeometry window, ImageSize size) =>
        (new(size.Rows, window.Rows, window), new(size.Columns, window.Columns, window));

    private static bool IsHexagonal(EquivariantModule module) => module.InputType.Group.Lattice is HexagonalLattice;

    private static ImageSize Hexagon(int radius) => new((2 * radius) + 1, (2 * radius) + 1);

    /// <summary>The rings of a hexagon beyond the radius to which nothing of the border comes.</summary>
    private static int Rim(int radius, int untouched, int step) => untouched < 0 ? radius + 1 : radius - Math.Min(radius, untouched / step);

    /// <summary>A margin that leaves nothing.</summary>
    private static int Half(ImageSize? size) => size is { } image ? (Math.Max(image.Rows, image.Columns) + 1) / 2 : 1;

    private static ShiftSymmetry? Margin(WalkState state, int margin) => state.Shifts is { } shifts ? shifts with { Margin = margin } : null;

    private static int Ceiling(int numerator, int denominator) => (numerator + denominator - 1) / denominator;
}
