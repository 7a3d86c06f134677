using GCnn.Groups;

namespace GCnn.Layers;

/// <summary>Follows the size of an image through a net, layer by layer, without running it.</summary>
internal sealed class GeometryWalk
{
    private readonly Func<EquivariantModule, LayerGeometry?> _geometryOf;
    private readonly List<PlacedLayer> _layers = [];

    private GeometryWalk(Func<EquivariantModule, LayerGeometry?> geometryOf) => _geometryOf = geometryOf;

    /// <summary>The layers in the order in which they are applied, without those that only hold others.</summary>
    public IReadOnlyList<PlacedLayer> Layers => _layers;

    /// <summary>The image after the net; null where a layer is unknown.</summary>
    public WalkState? Output { get; private set; }

    /// <summary>Why the net cannot take an image of that size, in a sentence; null when it can.</summary>
    public string? Fault { get; private set; }

    /// <summary>Walks through a net.</summary>
    /// <param name="net">The net.</param>
    /// <param name="size">The size of its input.</param>
    /// <param name="geometryOf">What to take for a layer's geometry; null asks the layer.</param>
    public static GeometryWalk Through(
        EquivariantModule net, ImageSize size, Func<EquivariantModule, LayerGeometry?>? geometryOf = null)
    {
        GeometryWalk walk = new(geometryOf ?? (module => (module as IGeometric)?.Geometry));
        walk.Output = walk.Visit(net, string.Empty, First(net, size));
        return walk;
    }

    /// <summary>The image before a net. A hexagon does not wrap around.</summary>
    private static WalkState First(EquivariantModule net, ImageSize? size) =>
        new(size, 1, Cyclic: net.InputType.Group.Lattice is SquareLattice, 0);

    private WalkState? Visit(EquivariantModule module, string path, WalkState? state)
    {
        LayerGeometry? geometry = _geometryOf(module);
        switch (geometry)
        {
            case SequenceGeometry sequence:
                return VisitAll(sequence.Modules, path.Length == 0 ? path : $"{path}.", state);
            case BranchGeometry branches:
                return Join(module, [.. branches.Branches.Select((branch, i) => VisitAll(branch, $"{path}[{i}].", state))]);
            default:
                WalkState? output = Next(module, geometry, state);
                _layers.Add(new PlacedLayer(path, module, geometry, state, output, Next(module, geometry, First(module, state?.Size))));
                return output;
        }
    }

    private WalkState? VisitAll(IReadOnlyList<EquivariantModule> modules, string prefix, WalkState? state)
    {
        for (int i = 0; i < modules.Count; i++)
        {
            state = Visit(modules[i], $"{prefix}{i}", state);
        }

        return state;
    }

    private WalkState? Next(EquivariantModule module, LayerGeometry? geometry, WalkState? state) => geometry switch
    {
        _ when state is null => null,
        PointwiseGeometry => state,

        // The one output that is left sees the border, as it sees everything.
        GlobalGeometry => state with { Size = null, Margin = 1 },
        WindowGeometry when state.Size is null => state,
        WindowGeometry window => module.InputType.Group.Lattice is HexagonalLattice
            ? OnHexagon(module, window, state)
            : OnRectangle(module, window, state),
        _ => null,
    };

    private WalkState? OnRectangle(EquivariantModule module, WindowGeometry window, WalkState state)
    {
        ImageSize size = state.Size!.Value;
        WindowAxis rows = new(size.Rows, window.RowExtent, window), columns = new(size.Columns, window.ColumnExtent, window);
        if (rows.Room < 0 || columns.Room < 0)
        {
            return Failed($"{module.GetName()}: an image of {size} pixels with padding {window.Padding} has no room for windows of " +
                $"{window.RowExtent} x {window.ColumnExtent}. Give the net a larger image.");
        }

        return new WalkState(
            new ImageSize(rows.Places, columns.Places), state.Stride * window.Stride,
            state.Cyclic && rows.IsCyclic && columns.IsCyclic, Ceiling(state.Margin + window.Padding, window.Stride));
    }

    /// <summary>The radius becomes <c>⌊(R + p − e) / s⌋</c>, and windows are centred (<see cref="HexagonFrame"/>).</summary>
    private WalkState? OnHexagon(EquivariantModule module, WindowGeometry window, WalkState state)
    {
        int radius = state.Size!.Value.Rows / 2, reach = Math.Max(window.RowExtent, window.ColumnExtent) / 2;
        int room = radius + window.Padding - reach, untouched = radius - state.Margin - reach;
        if (room < 0)
        {
            return Failed($"{module.GetName()}: a hexagon of radius {radius} with padding {window.Padding} has no room for windows of " +
                $"radius {reach}. Give the net a larger image.");
        }

        int output = room / window.Stride, side = (2 * output) + 1;
        int margin = untouched < 0 ? output + 1 : output - (untouched / window.Stride);
        return new WalkState(new ImageSize(side, side), state.Stride * window.Stride, false, margin);
    }

    /// <summary>The branches' image, if they agree; shifts then need one stride.</summary>
    private WalkState? Join(EquivariantModule module, WalkState?[] branches)
    {
        if (Array.Exists(branches, branch => branch is null))
        {
            return null;
        }

        WalkState[] known = [.. branches.Select(branch => branch!)];
        ImageSize?[] sizes = [.. known.Select(branch => branch.Size).Distinct()];
        if (sizes.Length > 1)
        {
            return Failed($"{module.GetName()}: its branches make images of {string.Join(" and of ", sizes)} pixels, which cannot be joined. " +
                "Pad them alike, or give the net another size.");
        }

        bool oneStride = Array.TrueForAll(known, branch => branch.Stride == known[0].Stride);
        return new WalkState(
            known[0].Size, known.Max(branch => branch.Stride), oneStride && Array.TrueForAll(known, branch => branch.Cyclic),
            known.Max(branch => branch.Margin));
    }

    private WalkState? Failed(string fault)
    {
        Fault ??= fault;
        return null;
    }

    private static int Ceiling(int numerator, int denominator) => (numerator + denominator - 1) / denominator;
}
