namespace GCnn.Groups.Tests;

/// <summary>What the laws are enumerated over.</summary>
internal static class Examples
{
    public static FiniteGroup Symmetric4 => FiniteGroup.FromPermutations("S4", [1, 2, 3, 0], [1, 0, 2, 3]);

    public static FiniteGroup Quaternions =>
        FiniteGroup.FromPermutations("Q8", [1, 2, 3, 0, 5, 6, 7, 4], [4, 7, 6, 5, 2, 1, 0, 3]);

    public static IEnumerable<FiniteGroup> Groups =>
    [
        .. Enumerable.Range(1, 8).Select(FiniteGroup.Cyclic),
        .. Enumerable.Range(1, 6).Select(FiniteGroup.Dihedral),
        FiniteGroup.DirectProduct(FiniteGroup.Cyclic(2), FiniteGroup.Cyclic(4)),
        FiniteGroup.DirectProduct(FiniteGroup.Dihedral(3), FiniteGroup.Cyclic(2)),
        Symmetric4,
        Quaternions,
        .. PlaneGroup.All.Select(plane => plane.PointGroup),
    ];

    public static TheoryData<string> PlaneGroups => [.. PlaneGroup.All.Select(plane => plane.Name)];

    /// <summary>Trivial, regular and every quotient.</summary>
    public static IEnumerable<PermutationRepresentation> Representations(FiniteGroup group) =>
    [
        new TrivialRepresentation(group),
        new RegularRepresentation(group),
        .. Subgroup.AllOf(group).Select(k => new QuotientRepresentation(k)),
    ];

    /// <summary>Stencils closed under every plane group of the square lattice.</summary>
    public static IEnumerable<Stencil> Stencils =>
    [
        Stencil.Square(1),
        Stencil.Square(2),
        Stencil.Square(3),
        Stencil.FromPoints([new(0, 0), new(1, 0), new(-1, 0), new(0, 1), new(0, -1)]),
    ];
}
