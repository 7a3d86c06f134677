using GCnn.Groups;

namespace GCnn.Layers;

internal sealed partial class GeometryWalk
{
    /// <summary>
    /// One phase of the image. About the centre of a rectangle <c>s y + t</c> turns to <c>s (N − 1 − y) + (s − 1 − t)</c>, a sample of the
    /// turned coarse image: only shifts let the choice move what follows. On hexagons point elements may too.
    /// </summary>
    private WalkState? Polyphase(EquivariantModule module, PolyphaseGeometry polyphase, WalkState state)
    {
        (ImageSize size, int stride) = (state.Size!.Value, polyphase.Stride);
        if (!IsHexagonal(module) && (size.Rows % stride != 0 || size.Columns % stride != 0))
        {
            return Failed($"{module.GetName()}: stride {stride} does not divide both sides of an image of {size} pixels. " +
                "Give the net another size.");
        }

        // Images on hexagons end at an edge, over which a second choice may let samples run.
        if (state.Moving.Count > 0)
        {
            return null;
        }

        var sublattice = Sublattice.Generated(module.InputType.Group.Lattice, new LatticePoint(stride, 0));
        WalkState next = state with
        {
            Period = state.Period * stride,
            Drift = state.Drift + 1,
            Sampled = [size, .. state.Sampled],
        };
        return IsHexagonal(module)
            ? next with
            {
                Size = Hexagon(((size.Rows / 2) + sublattice.Representatives.Max(t => CubePoint.FromAxial(t).Norm)) / stride),
                Moving =
                [
                    .. MovingPhases(module.InputType.Group, sublattice, new HexagonalDomain(size.Rows / 2)).Select(h => state.Elements[h]),
                ],
            }
            : Opaque(next, new ImageSize(size.Rows / stride, size.Columns / stride));
    }

    /// <summary>The samples where they were taken from.</summary>
    private WalkState? PutBack(EquivariantModule module, PolyphaseGeometry polyphase, WalkState state)
    {
        ImageSize size = state.Size!.Value;
        if (IsHexagonal(module) && state.Sampled.Count == 0)
        {
            return null;
        }

        ImageSize output = state.Sampled.Count > 0 ? state.Sampled[0] : new(polyphase.Stride * size.Rows, polyphase.Stride * size.Columns);
        return Opaque(
            state with { Drift = Math.Max(0, state.Drift - 1), Sampled = [.. state.Sampled.Skip(1)], Moving = [] },
            output);
    }

    /// <summary>The elements that take the representative of some phase with samples to another point of its coset.</summary>
    private static IEnumerable<int> MovingPhases(PlaneGroup group, Sublattice sublattice, HexagonalDomain image)
    {
        HashSet<int> present = [.. image.Cells.Select(sublattice.CosetOf)];
        LatticePoint[] phases = [.. sublattice.Representatives.Where((_, coset) => present.Contains(coset))];
        return group.ElementsOf(group.LatticeGroup).Where(h => phases.Any(t => !phases.Contains(group.Matrix(h).Transform(t))));
    }

    /// <summary>Shifts and elements after a layer, and what becomes of those that a polyphase sampling let move the image.</summary>
    private static WalkState Settled(EquivariantModule module, LayerGeometry? geometry, WalkState before, WalkState next)
    {
        bool hands = HandsShiftsOn(module, geometry, before, next);
        ShiftSymmetry? own = ShiftsAfter(module, geometry, before.OwnShifts, before.Size, next.Size);
        next = next with
        {
            OwnShifts = own,
            Shifts = !hands ? own
                : geometry is PolyphaseGeometry ? UpToAShift(before.Shifts, next.Size)
                : ShiftsAfter(module, geometry, before.Shifts, before.Size, next.Size),
            Elements = Kept(module, geometry, next.Elements),
        };
        next = geometry is PointwiseGeometry { ExactUnder: { } part } ? next.Without(Outside(module, part, before.Elements)) : next;
        return !hands ? next.Without(before.Moving) with { Moving = [], Drift = 0 }
            : PoolsAll(geometry) ? next with { Moving = [], Drift = 0 }
            : next;
    }

    /// <summary>A choice that moves with the image keeps all its cyclic shifts, and none of a window cut from a scene.</summary>
    private static ShiftSymmetry? UpToAShift(ShiftSymmetry? shifts, ImageSize? size) =>
        shifts is { Cyclic: true } ? shifts with { Margin = Half(size) } : null;

    /// <summary>
    /// Whether a layer takes an image that a polyphase sampling may have shifted to one that is shifted likewise: it commutes with every
    /// cyclic shift, or on hexagons sees no positions.
    /// </summary>
    private static bool HandsShiftsOn(EquivariantModule module, LayerGeometry? geometry, WalkState state, WalkState next) =>
        state.Drift == 0 || geometry is PointwiseGeometry or PolyphaseGeometry || PoolsAll(geometry)
        || (IsHexagonal(module)
            ? geometry is WindowGeometry { Rows: 1, Columns: 1, Stride: 1, Padding: 0 }
            : ShiftsAfter(module, geometry, ShiftSymmetry.All(module.InputType.Group.Lattice), state.Size, next.Size) is
                { Cyclic: true, Sublattice.Index: 1 });

    private static bool PoolsAll(LayerGeometry? geometry) => geometry is GlobalGeometry or AdaptiveGeometry { Rows: 1, Columns: 1 };

    /// <summary>The elements of the output's group; sampling on a sublattice writes them in the sublattice's own basis.</summary>
    private static IReadOnlyList<int> Kept(EquivariantModule module, LayerGeometry? geometry, IReadOnlyList<int> elements)
    {
        (PlaneGroup before, PlaneGroup after) = (module.InputType.Group, module.OutputType.Group);
        return before.Equals(after) ? elements
            : geometry is SublatticeGeometry sampling ? [.. sampling.Sublattice.Kept(before).Members.Select(h => elements[h])]
            : [.. before.ElementsOf(after).Select(h => elements[h])];
    }

    private static IEnumerable<int> Outside(EquivariantModule module, PlaneGroup part, IReadOnlyList<int> elements)
    {
        PlaneGroup own = module.InputType.Group;
        return own.ElementsOf(own.LatticeGroup).Except(own.ElementsOf(part.LatticeGroup)).Select(h => elements[h]);
    }
}
