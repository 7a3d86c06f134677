namespace GCnn.Layers;

/// <summary>Why a layer is certified as it is, in a few words with the numbers of the rule.</summary>
internal static class CertificateReason
{
    public static string Of(PlacedLayer layer, Exactness exactness) => Main(layer)
        + (exactness == Exactness.Approximate ? "; elements that leave the lattice are approximate" : string.Empty);

    private static string Main(PlacedLayer layer) => layer switch
    {
        { Input: null } => "the size of its input is not known, because a layer before it is unknown",
        { Geometry: null } => "it does not say how its outputs stand on its input (IGeometric)",
        { Output: null } => $"certificates do not know its {layer.Geometry.GetType().Name} on the {layer.Module.InputType.Group.Lattice}",
        { Input.Moving.Count: > 0, Output.Moving.Count: 0, Geometry: not (GlobalGeometry or PolyphaseGeometry) } =>
            "polyphase sampling may have moved its input, and it is not blind to positions",
        { Axes: var (rows, columns) } => Windows(rows, columns),
        { IsLopsided: true, Geometry: TransposedWindowGeometry window } =>
            $"output padding {window.OutputPadding} makes the end of each axis longer than its beginning",
        { Geometry: TransposedWindowGeometry } => "its windows stand about the centre",
        { Geometry: WindowGeometry or SublatticeGeometry } => "its windows stand about the centre",
        { Geometry: PointwiseGeometry { ExactUnder: { } part } } => $"at each position it is exact under {part}",
        { Geometry: PointwiseGeometry { SeesAll: true } } => "all positions count alike in its statistics",
        { Geometry: PointwiseGeometry } => "positions do not mix",
        { Geometry: GlobalGeometry } => "all positions are pooled alike",
        { Geometry: PolyphaseGeometry { Upsamples: false } } => "the phase moves with the image; its output up to a shift",
        _ => "it treats both ends of each axis alike",
    };

    private static string Windows(WindowAxis rows, WindowAxis columns) => rows.Window.Stride == 1 ? "stride 1"
        : rows == columns ? Axis("rows and columns", rows)
        : $"{Axis("rows", rows)}; {Axis("columns", columns)}";

    private static string Axis(string name, WindowAxis axis) =>
        $"{name}: ({axis.Length} + 2*{axis.Window.Padding} - {axis.Extent}) mod {axis.Window.Stride} = {axis.LeftOver}"
        + (axis.LeftOver == 0 ? string.Empty
            : AxisWindows.Of(axis).IsReversible(axis.Length) ? ", but the reversed windows hold the same" : $", so {axis.LeftOver} left over");
}
