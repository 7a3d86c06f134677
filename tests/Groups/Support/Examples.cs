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

    /// <summary>A plus sign of five pixels.</summary>
    public static Stencil Cross => Stencil.FromPoints([new(0, 0), new(1, 0), new(-1, 0), new(0, 1), new(0, -1)]);

    /// <summary>Thirteen cells: the 3 x 3 square of axial coordinates, closed under every symmetry of the hexagonal lattice.</summary>
    public static Stencil Star => Stencil.Square(3).Closure(PlaneGroup.P6m);

    /// <summary>Stencils closed under every plane group of the group's lattice, even-sized and with holes where there are such.</summary>
    public static IEnumerable<Stencil> Stencils(PlaneGroup group) => group.Lattice is HexagonalLattice
        ? [Stencil.Hexagon(0), Stencil.Hexagon(1), Star]
        : [Stencil.Square(1), Stencil.Square(2), Stencil.Square(3), Cross];

    /// <summary>Shapes of images on which the group acts.</summary>
    public static IEnumerable<(int Rows, int Columns)> Grids(PlaneGroup group) => group.Lattice is HexagonalLattice
        ? [(1, 1), (3, 3), (5, 5), (9, 9)]
        : [(1, 1), (3, 3), (4, 4), (2, 5), (4, 6), (3, 1), (5, 4)];
}
