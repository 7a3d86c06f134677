namespace GCnn.Groups;

public sealed partial class PlaneGroup
{
    /// <summary>Whether every element of another group is an element of this one.</summary>
    /// <param name="other">The other plane group.</param>
    public bool Contains(PlaneGroup other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Lattice.Equals(other.Lattice) && !IsTooSmallFor(other) && other._motions.All(m => _motions.Contains(m));
    }

    /// <summary>
    /// The embedding of a subgroup: entry <c>k</c> is this group's element with the motion of the subgroup's element <c>k</c>.
    /// </summary>
    /// <param name="subgroup">A plane group that this one contains.</param>
    /// <exception cref="ArgumentException">
    /// The lattices differ, a motion is missing (the message names it), or the subgroup is SO(2) or O(2) and this is finite.
    /// </exception>
    public int[] ElementsOf(PlaneGroup subgroup)
    {
        ArgumentNullException.ThrowIfNull(subgroup);
        if (!Lattice.Equals(subgroup.Lattice))
        {
            throw new ArgumentException(
                $"{subgroup} lives on the {subgroup.Lattice} and {this} on the {Lattice}; a subgroup shares the lattice.",
                nameof(subgroup));
        }

        if (IsTooSmallFor(subgroup))
        {
            throw new ArgumentException(
                $"{subgroup} is not a subgroup of {this}: it has all rotations, and {this} is finite. Restrict to a finite group.",
                nameof(subgroup));
        }

        return Array.ConvertAll(subgroup._motions, m => Array.IndexOf(_motions, m) is var h and >= 0
            ? h
            : throw new ArgumentException($"{subgroup} is not a subgroup of {this}: the {m} is in {subgroup} only.", nameof(subgroup)));
    }

    /// <summary>The plane group with the same lattice and fewer point elements.</summary>
    /// <remarks>
    /// Its element <c>k</c> is the <c>k</c>-th member: a subgroup of <c>D_n</c>, in growing order, lists <c>r^0, r^m, r^2m, …</c> and then, for the
    /// first reflection <c>r^j s</c> in it, <c>r^j s, r^m r^j s, …</c>, which is the numbering of CONVENTIONS.md. Where the catalogue has
    /// the group, it takes the catalogue's name.
    /// </remarks>
    /// <param name="pointSubgroup">A subgroup of the point group.</param>
    /// <exception cref="ArgumentException">The subgroup's parent is not the point group.</exception>
    public PlaneGroup Subgroup(Subgroup pointSubgroup)
    {
        ArgumentNullException.ThrowIfNull(pointSubgroup);
        if (!pointSubgroup.Parent.Equals(PointGroup))
        {
            throw new ArgumentException(
                $"A subgroup of {this} is given by a subgroup of its point group {PointGroup}; this one's parent is " +
                $"{pointSubgroup.Parent}. Build it from PlaneGroup.PointGroup.",
                nameof(pointSubgroup));
        }

        RationalIsometry[] motions = [.. pointSubgroup.Members.Select(h => _motions[h])];
        return FromMotions(Lattice, motions);
    }

    /// <summary>Whether the other is SO(2) or O(2) and this is finite, which the motions of the finite stand-in do not tell.</summary>
    private bool IsTooSmallFor(PlaneGroup other) => other.MaximumFrequency is not null && MaximumFrequency is null;

    private Subgroup KeepingTheLattice() =>
        Groups.Subgroup.Generated(PointGroup, [.. Enumerable.Range(0, Order).Where(h => _matrices[h] is not null)]);
}
