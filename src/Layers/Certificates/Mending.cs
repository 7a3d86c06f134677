using GCnn.Groups;

namespace GCnn.Layers;

/// <summary>Looks for the nearest input sizes, and paddings of the first offender, with which a net is exact.</summary>
/// <remarks>
/// What is left over on an axis depends on its length modulo the product of the strides, and on each axis alone: so one period of lengths
/// is tried, upwards and downwards. Only a turned sublattice joins the axes; it takes squares, so both lengths grow alike.
/// </remarks>
internal sealed class Mending
{
    /// <summary>The longest side at which sizes are tried that fit for another reason than the rule's.</summary>
    private const int MostTraced = 512;

    private readonly EquivariantModule _net;
    private readonly ImageSize _input;
    private readonly GeometryWalk _walk;
    private readonly PlacedLayer? _offender;
    private readonly bool _rows;
    private readonly bool _columns;

    public Mending(EquivariantModule net, ImageSize input, IReadOnlyList<int> elements, string? offender)
    {
        (_net, _input) = (net, input);
        PlaneGroup group = net.InputType.Group;
        _rows = elements.Any(h => PointElements.ReversesRows(group.Matrix(h)));
        _columns = elements.Any(h => PointElements.ReversesColumns(group.Matrix(h)));
        _walk = GeometryWalk.Through(net, input);
        _offender = _walk.Layers.FirstOrDefault(layer => layer.Path == offender);
    }

    public IEnumerable<Suggestion> Suggestions() => Sizes().Concat(Paddings());

    private IEnumerable<Suggestion> Sizes()
    {
        foreach (int direction in new[] { 1, -1 })
        {
            if ((TurnsAxes() ? Together(direction) : Apart(direction)) is ImageSize size && size != _input && IsExact(Walk(size)))
            {
                yield return new Suggestion($"input {size}", Size: size);
            }
        }
    }

    private ImageSize? Together(int direction) =>
        Nearest(direction, step => new(_input.Rows + step, _input.Columns + step), IsExact);

    private ImageSize? Apart(int direction)
    {
        ImageSize? rows = Nearest(
            direction, step => _input with { Rows = _input.Rows + step },
            walk => !_rows || walk.Output?.Rows is { IsReversible: true }, TracedAxes.Rows);
        ImageSize? columns = Nearest(
            direction, step => _input with { Columns = _input.Columns + step },
            walk => !_columns || walk.Output?.Columns is { IsReversible: true }, TracedAxes.Columns);
        return rows is { } tall && columns is { } wide ? new ImageSize(tall.Rows, wide.Columns) : null;
    }

    private ImageSize? Nearest(int direction, Func<int, ImageSize> sizeAt, Func<GeometryWalk, bool> fits, TracedAxes axes = TracedAxes.Both)
    {
        int period = _walk.Layers.Max(layer => layer.Output?.Period ?? 1);
        return Enumerable.Range(0, period + 1).Select(step => sizeAt(direction * step))
            .TakeWhile(size => size is { Rows: > 0, Columns: > 0 })
            .Where(size => (NothingIsLeft(size, axes) || Math.Max(size.Rows, size.Columns) <= MostTraced) && fits(Walk(size, null, axes)))
            .Select(size => (ImageSize?)size)
            .FirstOrDefault();
    }

    /// <summary>Whether the rule alone says that the axes fit, without a look at what numbers are made of.</summary>
    private bool NothingIsLeft(ImageSize size, TracedAxes axes)
    {
        var walk = GeometryWalk.Through(_net, size);
        return walk.Fault is null && walk.Layers.All(layer => layer.Axes is not var (rows, columns)
            || ((rows.LeftOver == 0 || !axes.HasFlag(TracedAxes.Rows)) && (columns.LeftOver == 0 || !axes.HasFlag(TracedAxes.Columns))));
    }

    /// <summary>Another padding of the first offender, if that alone is enough.</summary>
    private IEnumerable<Suggestion> Paddings()
    {
        IEnumerable<(LayerGeometry Geometry, Suggestion Change)> changes = _offender?.Geometry switch
        {
            WindowGeometry window => Enumerable.Range(0, MostPadding(_offender, window) + 1)
                .OrderBy(padding => Math.Abs(padding - window.Padding)).ThenByDescending(padding => padding)
                .Select(padding => ((LayerGeometry)(window with { Padding = padding }),
                    new Suggestion($"padding {padding} at layer {_offender.Title}", Padding: padding) { Path = _offender.Path })),
            TransposedWindowGeometry window =>
            [
                (window with { OutputPadding = 0 },
                    new Suggestion($"output padding 0 at layer {_offender.Title}", OutputPadding: 0) { Path = _offender.Path }),
            ],
            _ => [],
        };
        return changes.Where(change => IsExact(Walk(_input, module => ReferenceEquals(module, _offender!.Module)
            ? change.Geometry
            : (module as IGeometric)?.Geometry))).Select(change => change.Change).Take(1);
    }

    // A window has at least one pixel of the image in it, and half of a pooled one.
    private static int MostPadding(PlacedLayer offender, WindowGeometry window) => offender.Module is WindowPooling
        ? Math.Min(window.Rows, window.Columns) / 2
        : Math.Min(window.RowExtent, window.ColumnExtent) - 1;

    private GeometryWalk Walk(
        ImageSize size, Func<EquivariantModule, LayerGeometry?>? geometryOf = null, TracedAxes axes = TracedAxes.Both) =>
        GeometryWalk.Through(_net, size, geometryOf, axes);

    private bool IsExact(GeometryWalk walk)
    {
        PlaneGroup group = _net.OutputType.Group;
        return walk is { Fault: null, Output: { } output } && output.Commuting(group).Count() == group.LatticeGroup.Order;
    }

    private bool TurnsAxes() => _walk.Layers.Any(layer => layer.Geometry is SublatticeGeometry { Sublattice.Basis: not { B: 0, C: 0 } });
}
