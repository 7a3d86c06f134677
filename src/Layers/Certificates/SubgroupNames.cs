using GCnn.Groups;

namespace GCnn.Layers;

/// <summary>The names that certificates use for subgroups of a plane group.</summary>
internal static class SubgroupNames
{
    /// <summary>
    /// The type of the plane group with these point elements, such as <c>pmm</c>; with the mirror where there is one and the square lattice has
    /// two of the type, such as <c>pm (left-right)</c>.
    /// </summary>
    public static string Of(PlaneGroup group, Subgroup elements)
    {
        PlaneGroup own = group.Subgroup(elements);
        string name = Sublattice.FromBasis(group.Lattice, IntegerMatrix.Identity).On(own).Name;
        return own is { Order: 2, Lattice: SquareLattice } && !own.IsRotation(1) ? $"{name} ({Mirror(own.Matrix(1))})" : name;
    }

    private static string Mirror(IntegerMatrix reflection) => reflection switch
    {
        { A: < 0 } => "left-right",
        { D: < 0 } => "up-down",
        { B: > 0 } => "falling diagonal",
        _ => "rising diagonal",
    };
}
