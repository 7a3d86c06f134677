using GCnn.Groups;

namespace GCnn.Layers;

/// <summary>Looks for the nearest input sizes, and paddings of the first offender, with which a net is exact under some elements.</summary>
/// <remarks>
/// What is left over on an axis depends on its length modulo the product of the strides, and on each axis alone: so one period of lengths is
/// tried, upwards and downwards.
/// </remarks>
internal sealed class Mending
{
    private readonly EquivariantModule _net;
    private readonly ImageSize _input;
    private readonly bool _rows;
    private readonly bool _columns;
    private readonly GeometryWalk _walk;

    public Mending(EquivariantModule net, ImageSize input, IReadOnlyList<int> elements)
    {
        (_net, _input) = (net, input);
        PlaneGroup group = net.InputType.Group;
        _rows = elements.Any(h => PointElements.ReversesRows(group.Matrix(h)));
        _columns = elements.Any(h => PointElements.ReversesColumns(group.Matrix(h)));
        _walk = GeometryWalk.Through(net, input);
    }

    public IEnumerable<Suggestion> Suggestions() => Sizes().Concat(Paddings());

    private IEnumerable<Suggestion> Sizes()
    {
        foreach (int direction in new[] { 1, -1 })
        {
            if (Mended(direction, _input.Rows, (size, rows) => size with { Rows = rows }, RowsFit) is int rows
                && Mended(direction, _input.Columns, (size, columns) => size with { Columns = columns }, ColumnsFit) is int columns)
            {
                ImageSize size = new(rows, columns);
                yield return new Suggestion($"input {size}", Size: size);
            }
        }
    }

    /// <summary>The nearest length of one axis, from the present one in a direction, with which the axis fits everywhere.</summary>
    private int? Mended(int direction, int length, Func<ImageSize, int, ImageSize> with, Func<GeometryWalk, bool> fits)
    {
        int period = _walk.Layers.Max(layer => layer.Output?.Period ?? 1);
        for (int step = 0; step <= period && length + (direction * step) >= 1; step++)
        {
            var walk = GeometryWalk.Through(_net, with(_input, length + (direction * step)));
            if (walk.Fault is null && fits(walk))
            {
                return length + (direction * step);
            }
        }

        return null;
    }

    /// <summary>Another padding of the first offender, if that alone is enough.</summary>
    private IEnumerable<Suggestion> Paddings()
    {
        PlacedLayer? offender = _walk.Layers.FirstOrDefault(layer => !RowsFit(layer) || !ColumnsFit(layer));
        if (offender?.Geometry is not WindowGeometry window)
        {
            yield break;
        }

        // A window has at least one pixel of the image in it, and half of a pooled one.
        int most = offender.Module is WindowPooling
            ? Math.Min(window.Rows, window.Columns) / 2
            : Math.Min(window.RowExtent, window.ColumnExtent) - 1;
        foreach (int padding in Enumerable.Range(0, most + 1).OrderBy(padding => Math.Abs(padding - window.Padding)).ThenByDescending(padding => padding))
        {
            LayerGeometry? Changed(EquivariantModule module) => ReferenceEquals(module, offender.Module)
                ? window with { Padding = padding }
                : (module as IGeometric)?.Geometry;
            var walk = GeometryWalk.Through(_net, _input, Changed);
            if (walk.Fault is null && RowsFit(walk) && ColumnsFit(walk))
            {
                yield return new Suggestion($"padding {padding} at layer {offender.Title}", Padding: padding) { Path = offender.Path };
                yield break;
            }
        }
    }

    private bool RowsFit(GeometryWalk walk) => walk.Layers.All(RowsFit);

    private bool ColumnsFit(GeometryWalk walk) => walk.Layers.All(ColumnsFit);

    private bool RowsFit(PlacedLayer layer) => !_rows || layer.Axes is not { Rows.LeftOver: > 0 };

    private bool ColumnsFit(PlacedLayer layer) => !_columns || layer.Axes is not { Columns.LeftOver: > 0 };
}
