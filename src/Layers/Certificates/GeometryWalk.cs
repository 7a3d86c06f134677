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
    /// <param name="traced">Along which axes to follow what the numbers are made of.</param>
    /// <param name="view">What the net's positions read of an image further back; null where receptive fields are not asked for.</param>
    public static GeometryWalk Through(
        EquivariantModule net, ImageSize size, Func<EquivariantModule, LayerGeometry?>? geometryOf = null,
        TracedAxes traced = TracedAxes.None, FieldOfView? view = null)
    {
        GeometryWalk walk = new(geometryOf ?? (module => (module as IGeometric)?.Geometry));
        WalkState first = WalkState.First(net.InputType.Group, size) with { View = view };
        walk.Output = walk.Visit(
            net, string.Empty, net.InputType.Group.Lattice is SquareLattice ? first.TracedAnew(traced) : first);
        return walk;
    }

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
                WalkState? alone = output is null ? null : After(module, geometry, Alone(module, geometry, state!));
                _layers.Add(new PlacedLayer(path, module, geometry, state, output, alone));
                return output;
        }
    }

    /// <summary>
    /// The layer's input as if it were the net's, but for what polyphase sampling may have moved; axes are followed where that can matter.
    /// </summary>
    private static WalkState Alone(EquivariantModule module, LayerGeometry? geometry, WalkState state)
    {
        WalkState alone = WalkState.First(module.InputType.Group, state.Size) with
        {
            Drift = state.Drift,
            Sampled = state.Sampled,
            Moving = [.. Enumerable.Range(0, state.Elements.Count).Where(h => state.Moving.Contains(state.Elements[h]))],
        };
        return geometry switch
        {
            WindowGeometry window when !IsHexagonal(module) && Axes(window, state.Size!.Value) is var (rows, columns)
                && (rows.LeftOver != 0 || columns.LeftOver != 0) => alone.TracedAnew(),
            TransposedWindowGeometry { OutputPadding: > 0 } when !IsHexagonal(module) => alone.TracedAnew(),
            _ => alone,
        };
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
            return Failed($"{module.GetName()}: its branches make images of {string.Join(" and of ", sizes)} pixels, which cannot be " +
                "joined. Pad them alike, or give the net another size.");
        }

        WalkState joined = known[0] with
        {
            Period = known.Max(branch => branch.Period),
            Shifts = known.Select(branch => branch.Shifts).Aggregate(ShiftSymmetry.Common),
            OwnShifts = known.Select(branch => branch.OwnShifts).Aggregate(ShiftSymmetry.Common),
            View = FieldOfView.Of([.. known.Select(branch => branch.View)]),
            Broken = [.. known.SelectMany(branch => branch.Broken).Distinct()],
        };
        return Undrifted(joined, known).Traced(
            rows => rows.Joined(_layers.Count, [.. known.Skip(1).Select(branch => branch.Rows!)]),
            columns => columns.Joined(_layers.Count, [.. known.Skip(1).Select(branch => branch.Columns!)]));
    }

    /// <summary>Branches that may be shifted, each by a choice of its own, do not stay together.</summary>
    private static WalkState Undrifted(WalkState joined, WalkState[] branches) =>
        Array.TrueForAll(branches, branch => branch.Drift == 0)
        || Array.TrueForAll(branches, branch => branch.Drift == joined.Drift && ReferenceEquals(branch.Sampled, joined.Sampled))
            ? joined
            : joined with
            {
                Drift = 0,
                Shifts = joined.OwnShifts,
                Moving = [],
                Broken = [.. joined.Broken.Union(branches.SelectMany(branch => branch.Moving))],
            };

    private WalkState? Failed(string fault)
    {
        Fault ??= fault;
        return null;
    }
}
