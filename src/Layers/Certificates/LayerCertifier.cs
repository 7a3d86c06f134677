using GCnn.Groups;

namespace GCnn.Layers;

/// <summary>Makes the certificates of single layers of a net, from the rules of docs/exactness.md.</summary>
/// <param name="group">The plane group of the net's input.</param>
internal sealed class LayerCertifier(PlaneGroup group)
{
    /// <summary>The certificate of a layer at its place.</summary>
    public LayerCertificate For(PlacedLayer layer)
    {
        PlaneGroup own = layer.Module.OutputType.Group;
        IReadOnlyList<int> asked = PointElements.Of(group, own);
        IReadOnlyList<int>? elements = Elements(layer, asked);
        Exactness exactness = elements is null ? Exactness.Unknown
            : elements.Count < asked.Count ? Exactness.Partial
            : own.IsExact ? Exactness.Exact : Exactness.Approximate;
        Subgroup subgroup = PointElements.AsSubgroup(group, elements ?? [0]);
        string reason = Reason(layer, exactness) + Beyond(own, exactness) + OneWay(elements, subgroup);
        return new LayerCertificate(
            layer.Path, layer.Module.GetName(), layer.Input?.Size, layer.Output?.Size, exactness, elements ?? [0], subgroup,
            SubgroupNames.Of(group, subgroup), Shifts(layer), reason);
    }

    private IReadOnlyList<int>? Elements(PlacedLayer layer, IReadOnlyList<int> asked) => layer switch
    {
        { Output: null } => null,
        { Axes: { } axes } => group.Lattice is HexagonalLattice
            ? asked
            : [.. asked.Where(h => PointElements.Commutes(group.Matrix(h), axes))],
        { Geometry: PointwiseGeometry { ExactUnder: PlaneGroup exact } } => [.. asked.Intersect(PointElements.Of(group, exact))],
        _ => asked,
    };

    private ShiftSymmetry? Shifts(PlacedLayer layer) => layer is { Input: not null, Output: not null, Alone: { } alone }
        ? ShiftSymmetry.Of(group.Lattice, alone.Stride, alone.Cyclic, alone.Margin)
        : null;

    private string Reason(PlacedLayer layer, Exactness exactness) => layer switch
    {
        { Input: null } => "the size of its input is not known, because a layer before it is unknown",
        { Geometry: null } => "it does not say how its outputs stand on its input (IGeometric)",
        { Output: null } => $"certificates do not know its {layer.Geometry.GetType().Name}",
        { Geometry: GlobalGeometry } => "all positions are pooled alike",
        { Geometry: PointwiseGeometry } when exactness == Exactness.Partial => "at each position it is exact under a subgroup only",
        { Axes: { } axes } => group.Lattice is HexagonalLattice ? "its windows are centred on the hexagon" : Reason(axes),
        _ => "positions do not mix",
    };

    private static string Reason((WindowAxis Rows, WindowAxis Columns) axes) => axes switch
    {
        { Rows.Window.Stride: 1 } => "stride 1",
        { Rows: var rows, Columns: var columns } when rows == columns => Axis("rows and columns", rows),
        _ => $"{Axis("rows", axes.Rows)}; {Axis("columns", axes.Columns)}",
    };

    private static string Axis(string name, WindowAxis axis) =>
        $"{name}: ({axis.Length} + 2*{axis.Window.Padding} - {axis.Extent}) mod {axis.Window.Stride} = {axis.LeftOver}" +
        (axis.LeftOver == 0 ? string.Empty : axis.IsReversible ? ", but every window sees the whole axis" : $", so {axis.LeftOver} left over");

    private static string Beyond(PlaneGroup own, Exactness exactness) => !own.IsExact && exactness is Exactness.Approximate or Exactness.Partial
        ? $"; the elements of {own} that leave the lattice are approximate"
        : string.Empty;

    private static string OneWay(IReadOnlyList<int>? elements, Subgroup subgroup) => elements?.Count > subgroup.Order
        ? "; to the other shape also elements " + string.Join(", ", elements.Where(h => !subgroup.Contains(h))) + ", but not back"
        : string.Empty;
}
