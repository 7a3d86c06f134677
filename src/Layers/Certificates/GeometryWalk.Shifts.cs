namespace GCnn.Layers;

internal sealed partial class GeometryWalk
{
    /// <summary>What becomes of shifts in a layer, whatever came before it; null where none is left.</summary>
    private static ShiftSymmetry? ShiftsAfter(
        EquivariantModule module, LayerGeometry? geometry, ShiftSymmetry? shifts, ImageSize? input, ImageSize? output) => (shifts, geometry) switch
    {
        (null, _) => null,
        ({ } before, PointwiseGeometry { SeesAll: true }) => before with { Margin = Half(output) },
        (_, PointwiseGeometry) => shifts,
        ({ } before, GlobalGeometry) => before with { Steps = 1, Margin = 1 },
        ({ } before, WindowGeometry window) => IsHexagonal(module)
            ? OnHexagon(window, before, input!.Value.Rows / 2, output!.Value.Rows / 2)
            : OnRectangle(window, before, input!.Value),
        ({ } before, TransposedWindowGeometry window) => Transposed(window, before, IsHexagonal(module)),
        ({ } before, AdaptiveGeometry) => IsHexagonal(module)
            ? AdaptedHexagon(before, input!.Value.Rows / 2, output!.Value.Rows / 2)
            : Adapted(before, input!.Value, output!.Value),
        ({ } before, UpsamplingGeometry upsampling) => before.Scaled(
            1, upsampling.Factor, upsampling is { Taps: 1, KeepsPoints: false }, Margin(upsampling, before.Margin)),
        ({ } before, SublatticeGeometry sampling) => Sampled(sampling, before, input!.Value, output!.Value),
        ({ Cyclic: true } before, PolyphaseGeometry { Upsamples: false, Stride: var s }) => before.Scaled(s, 1, true, Half(output)),
        ({ Cyclic: true } before, PolyphaseGeometry { Stride: var s }) => before.Scaled(1, s, true, Half(output)),
        _ => null,
    };

    private static ShiftSymmetry OnRectangle(WindowGeometry window, ShiftSymmetry before, ImageSize input)
    {
        (WindowAxis rows, WindowAxis columns) = Axes(window, input);
        return before.Scaled(
            window.Stride, 1, rows.IsCyclic && columns.IsCyclic, Ceiling(before.Margin + window.Padding, window.Stride));
    }

    private static ShiftSymmetry OnHexagon(WindowGeometry window, ShiftSymmetry before, int radius, int output) => before.Scaled(
        window.Stride, 1, cyclic: false, Rim(output, radius - before.Margin - Reach(window), window.Stride));

    /// <summary>
    /// Input <c>m − 1</c> reaches output <c>s (m − 1) + k_eff − 1 − p</c>, and from the other end by <c>o</c> further in. Windows that fill
    /// cells of <c>s</c> pixels side by side wrap with the image.
    /// </summary>
    private static ShiftSymmetry Transposed(TransposedWindowGeometry window, ShiftSymmetry before, bool hexagonal)
    {
        int extent = Math.Max(window.RowExtent, window.ColumnExtent), s = window.Stride;
        bool cells = window.Padding == 0 && window.RowExtent + window.OutputPadding == s && window.ColumnExtent + window.OutputPadding == s;
        int margin = (s * (before.Margin - 1)) + extent - window.Padding + window.OutputPadding;
        return before.Scaled(1, s, cells && !hexagonal, Math.Max(0, margin));
    }

    private static ShiftSymmetry? Adapted(ShiftSymmetry before, ImageSize input, ImageSize output)
    {
        if (output == new ImageSize(1, 1))
        {
            return before.Scaled(1, 1, cyclic: true, 1);
        }

        (int From, int To) Law(int n, int m) => (n / ShiftSymmetry.GreatestCommonDivisor(n, m), m / ShiftSymmetry.GreatestCommonDivisor(n, m));
        (int from, int to) = Law(input.Rows, output.Rows);
        return (from, to) == Law(input.Columns, output.Columns)
            ? before.Scaled(from, to, cyclic: true, Ceiling(before.Margin * to, from))
            : null;
    }

    /// <summary>Hexagons of radius <c>R − s R'</c> at steps of <c>s</c>, none of which reaches beyond the image.</summary>
    private static ShiftSymmetry AdaptedHexagon(ShiftSymmetry before, int radius, int output)
    {
        int step = ((2 * radius) + 1) / ((2 * output) + 1);
        return before.Scaled(step, 1, cyclic: false, Rim(output, (step * output) - before.Margin, step));
    }

    /// <summary>Kept points read one another alone; divided pixels read half a coarse pixel further.</summary>
    private static int Margin(UpsamplingGeometry upsampling, int margin) =>
        (upsampling.Factor * margin) + (upsampling is { KeepsPoints: false, Taps: > 1 } ? upsampling.Factor / 2 : 0);

    private static ShiftSymmetry? Sampled(SublatticeGeometry sampling, ShiftSymmetry before, ImageSize input, ImageSize output)
    {
        int step = Step(sampling.Sublattice);
        int margin = Math.Max(
            Rim(output.Rows / 2, (input.Rows / 2) - before.Margin - sampling.Reach, step),
            Rim(output.Columns / 2, (input.Columns / 2) - before.Margin - sampling.Reach, step));
        return IsTurned(sampling.Sublattice) ? before.Sampled(sampling.Sublattice, margin) : before.Scaled(step, 1, cyclic: false, margin);
    }

    /// <summary>The rings of a hexagon beyond the radius to which nothing of the border comes.</summary>
    private static int Rim(int radius, int untouched, int step) => untouched < 0 ? radius + 1 : radius - Math.Min(radius, untouched / step);

    /// <summary>A margin that leaves nothing.</summary>
    private static int Half(ImageSize? size) => size is { } image ? (Math.Max(image.Rows, image.Columns) + 1) / 2 : 1;

    private static int Ceiling(int numerator, int denominator) => (numerator + denominator - 1) / denominator;
}
