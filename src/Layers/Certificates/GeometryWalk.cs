using GCnn.Groups;

namespace GCnn.Layers;

/// <summary>Follows an image through a net, layer by layer, without running it.</summary>
internal sealed partial class GeometryWalk
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
    /// <param name="traced">Whether to follow what each row and column is made of.</param>
    public static GeometryWalk Through(
        EquivariantModule net, ImageSize size, Func<EquivariantModule, LayerGeometry?>? geometryOf = null, bool traced = false)
    {
        GeometryWalk walk = new(geometryOf ?? (module => (module as IGeometric)?.Geometry));
        WalkState first = First(net, size);
        walk.Output = walk.Visit(net, string.Empty, traced && net.InputType.Group.Lattice is SquareLattice
            ? first with { Rows = AxisTrace.OfPixels(size.Rows), Columns = AxisTrace.OfPixels(size.Columns) }
            : first);
        return walk;
    }

    private static WalkState First(EquivariantModule net, ImageSize? size) => new(
        size, 1, ShiftSymmetry.All(net.InputType.Group.Lattice), 0, [.. Enumerable.Range(0, net.InputType.Group.Order)]);

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
                WalkState? output = state is null ? null : After(module, geometry, state);
                WalkState? alone = state is null ? null : After(module, geometry, First(module, state.Size));
                _layers.Add(new PlacedLayer(path, module, geometry, state, output, alone));
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

    /// <summary>The branches' image, if they agree; the shifts are those that all branches have.</summary>
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

        WalkState joined = known[0] with { Period = known.Max(branch => branch.Period), Shifts = Common(known) };
        return joined.Traced(
            rows => rows.Joined(_layers.Count, [.. known.Skip(1).Select(branch => branch.Rows!)]),
            columns => columns.Joined(_layers.Count, [.. known.Skip(1).Select(branch => branch.Columns!)]));
    }

    private static ShiftSymmetry? Common(WalkState[] branches)
    {
        ShiftSymmetry? first = branches[0].Shifts;
        return first is not null && Array.TrueForAll(
            branches, branch => branch.Shifts is { } shifts && shifts.Sublattice.Equals(first.Sublattice) && shifts.Steps == first.Steps)
            ? first with
            {
                Cyclic = Array.TrueForAll(branches, branch => branch.Shifts!.Cyclic),
                Margin = branches.Max(branch => branch.Shifts!.Margin),
            }
            : null;
    }

    private WalkState? Failed(string fault)
    {
        Fault ??= fault;
        return null;
    }
}
