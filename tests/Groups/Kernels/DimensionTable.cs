namespace GCnn.Groups.Tests;

/// <summary>
/// Dimensions of kernel spaces by hand, with the arithmetic beside each: the pinned number, the arithmetic, the space's basis, its
/// characters and the index map must all agree.
/// </summary>
/// <remarks>
/// Each term of a sum is <c>χ_out(h) χ_in(h)</c> times the points that <c>h</c> leaves in place, the identity first, then the other
/// rotations, then the reflections. A turn fixes the centre of an odd square or of a hexagon and nothing of an even square; the
/// diagonals of a square hold as many points as its side.
/// </remarks>
public sealed class DimensionTable
{
    private static readonly Stencil Three = Stencil.Square(3);
    private static readonly Stencil Five = Stencil.Square(5);
    private static readonly Stencil Seven = Stencil.Square(7);
    private static readonly Lattice Hexagonal = new HexagonalLattice();

    /// <summary>p1 and p2: a half turn fixes the centre of odd stencils.</summary>
    private static IEnumerable<DimensionRow> HalfTurns =>
    [
        DimensionRow.Of(On(PlaneGroup.P1, Three), Trivial, Trivial, 9, over: 1, 9),
        DimensionRow.Of(On(PlaneGroup.P1, Stencil.Rectangle(2, 5)), Trivial, Regular, 10, over: 1, 2 * 5),
        DimensionRow.Of(On(PlaneGroup.P2, Three), Trivial, Trivial, 5, over: 2, 9 + 1),
        DimensionRow.Of(On(PlaneGroup.P2, Three), Trivial, Irrep("1"), 4, over: 2, 9 - 1),
        DimensionRow.Of(On(PlaneGroup.P2, Three), Regular, Regular, 18, over: 2, 2 * 2 * 9),
        DimensionRow.Of(On(PlaneGroup.P2, Stencil.Square(2)), Irrep("1"), Trivial, 2, over: 2, 4 - 0),
        DimensionRow.Of(On(PlaneGroup.P2, Stencil.Square(4)), Trivial, Irrep("1"), 8, over: 2, 16 - 0),
        DimensionRow.Of(On(PlaneGroup.P2, Stencil.Rectangle(3, 4)), Trivial, Trivial, 6, over: 2, 12 + 0),
    ];

    /// <summary>pm, cm, pmm and cmm: left-right fixes the middle column, up-down the middle row, where there is one.</summary>
    private static IEnumerable<DimensionRow> Mirrors =>
    [
        DimensionRow.Of(On(PlaneGroup.Pm, Three), Trivial, Trivial, 6, over: 2, 9 + 3),
        DimensionRow.Of(On(PlaneGroup.Pm, Three), Trivial, Irrep("1"), 3, over: 2, 9 - 3),
        DimensionRow.Of(On(PlaneGroup.Pm, Stencil.Rectangle(3, 5)), Trivial, Trivial, 9, over: 2, 15 + 3),
        DimensionRow.Of(On(PlaneGroup.Pm, Stencil.Rectangle(3, 4)), Trivial, Irrep("1"), 6, over: 2, 12 - 0),
        DimensionRow.Of(On(PlaneGroup.Cm, Three), Trivial, Trivial, 6, over: 2, 9 + 3),
        DimensionRow.Of(On(PlaneGroup.Cm, Stencil.Square(4)), Trivial, Trivial, 10, over: 2, 16 + 4),
        DimensionRow.Of(On(PlaneGroup.Cm, Stencil.Square(4)), Trivial, Irrep("1"), 6, over: 2, 16 - 4),
        DimensionRow.Of(On(PlaneGroup.Pmm, Stencil.Rectangle(3, 5)), Trivial, Trivial, 6, over: 4, 15 + 1 + 3 + 5),
        DimensionRow.Of(On(PlaneGroup.Pmm, Stencil.Rectangle(3, 5)), Trivial, Irrep("1"), 3, over: 4, 15 - 1 + 3 - 5),
        DimensionRow.Of(On(PlaneGroup.Pmm, Stencil.Rectangle(3, 5)), Trivial, Irrep("1-"), 4, over: 4, 15 - 1 - 3 + 5),
        DimensionRow.Of(On(PlaneGroup.Pmm, Stencil.Rectangle(2, 5)), Trivial, Trivial, 3, over: 4, 10 + 0 + 2 + 0),
        DimensionRow.Of(On(PlaneGroup.Pmm, Stencil.Rectangle(2, 5)), Regular, Regular, 40, over: 4, 4 * 4 * 10),
        DimensionRow.Of(On(PlaneGroup.Pmm, Stencil.Rectangle(2, 5)), Regular, Irrep("0-"), 10, over: 4, 4 * 1 * 10),
        DimensionRow.Of(On(PlaneGroup.Cmm, Three), Trivial, Trivial, 4, over: 4, 9 + 1 + 3 + 3),
        DimensionRow.Of(On(PlaneGroup.Cmm, Three), Trivial, Quotient(1), 5, over: 4, (2 * 9) + (2 * 1)),
    ];

    /// <summary>p4: turns by 90, 180 and 270 degrees, in this order.</summary>
    private static IEnumerable<DimensionRow> QuarterTurns =>
    [
        DimensionRow.Of(On(PlaneGroup.P4, Three), Trivial, Trivial, 3, over: 4, 9 + 1 + 1 + 1),
        DimensionRow.Of(On(PlaneGroup.P4, Three), Trivial, Regular, 9, over: 4, 1 * 4 * 9),
        DimensionRow.Of(On(PlaneGroup.P4, Three), Regular, Regular, 36, over: 4, 4 * 4 * 9),
        DimensionRow.Of(On(PlaneGroup.P4, Three), Trivial, Irrep("2"), 2, over: 4, 9 - 1 + 1 - 1),
        DimensionRow.Of(On(PlaneGroup.P4, Three), Irrep("1"), Irrep("1"), 10, over: 4, (2 * 2 * 9) + 0 + (-2 * -2 * 1) + 0),
        DimensionRow.Of(On(PlaneGroup.P4, Five), Irrep("1"), Irrep("1"), 26, over: 4, (2 * 2 * 25) + 0 + (-2 * -2 * 1) + 0),
        DimensionRow.Of(On(PlaneGroup.P4, Stencil.Square(2)), Irrep("1"), Irrep("1"), 4, over: 4, 2 * 2 * 4),
        DimensionRow.Of(On(PlaneGroup.P4, Stencil.Square(4)), Trivial, Trivial, 4, over: 4, 16 + 0 + 0 + 0),
        DimensionRow.Of(On(PlaneGroup.P4, Three), Quotient(2), Quotient(2), 10, over: 4, (2 * 2 * 9) + 0 + (2 * 2 * 1) + 0),
        DimensionRow.Of(On(PlaneGroup.P4, Examples.Cross), Regular, Trivial, 5, over: 4, 4 * 1 * 5),
    ];

    /// <summary>p4m: three turns, two reflections across the axes, two across the diagonals.</summary>
    private static IEnumerable<DimensionRow> Squares =>
    [
        DimensionRow.Of(On(PlaneGroup.P4m, Three), Regular, Regular, 72, over: 8, 8 * 8 * 9),
        DimensionRow.Of(On(PlaneGroup.P4m, Three), Trivial, Regular, 9, over: 8, 1 * 8 * 9),
        DimensionRow.Of(On(PlaneGroup.P4m, Three), Trivial, Trivial, 3, over: 8, 9 + (3 * 1) + (2 * 3) + (2 * 3)),
        DimensionRow.Of(On(PlaneGroup.P4m, Five), Trivial, Trivial, 6, over: 8, 25 + (3 * 1) + (2 * 5) + (2 * 5)),
        DimensionRow.Of(On(PlaneGroup.P4m, Stencil.Square(2)), Trivial, Trivial, 1, over: 8, 4 + (3 * 0) + (2 * 0) + (2 * 2)),
        DimensionRow.Of(On(PlaneGroup.P4m, Stencil.Square(4)), Trivial, Trivial, 3, over: 8, 16 + (3 * 0) + (2 * 0) + (2 * 4)),
        DimensionRow.Of(On(PlaneGroup.P4m, Stencil.Square(4)), Regular, Regular, 128, over: 8, 8 * 8 * 16),
        DimensionRow.Of(On(PlaneGroup.P4m, Three), Trivial, Irrep("0-"), 0, over: 8, 9 + (3 * 1) - (2 * 3) - (2 * 3)),
        DimensionRow.Of(On(PlaneGroup.P4m, Five), Trivial, Irrep("0-"), 1, over: 8, 25 + (3 * 1) - (2 * 5) - (2 * 5)),
        DimensionRow.Of(On(PlaneGroup.P4m, Three), Trivial, Irrep("2"), 1, over: 8, 9 - 1 + 1 - 1 + (2 * 3) - (2 * 3)),
        DimensionRow.Of(On(PlaneGroup.P4m, Stencil.Square(4)), Trivial, Irrep("2-"), 3, over: 8, 16 + 0 - (2 * 0) + (2 * 4)),
        DimensionRow.Of(On(PlaneGroup.P4m, Three), Irrep("1"), Irrep("1"), 5, over: 8, (2 * 2 * 9) + (-2 * -2 * 1)),
        DimensionRow.Of(On(PlaneGroup.P4m, Seven), Regular, Irrep("1"), 98, over: 8, 8 * 2 * 49),
        DimensionRow.Of(On(PlaneGroup.P4m, Three), Quotient(4), Quotient(4), 21, over: 8, (4 * 4 * 9) + (2 * 2 * 3) + (2 * 2 * 3)),
        DimensionRow.Of(On(PlaneGroup.P4m, Three), Regular, Quotient(4), 36, over: 8, 8 * 4 * 9),
        DimensionRow.Of(On(PlaneGroup.P4m, Three), Quotient(1), Irrep("0-"), 3, over: 8, (2 * 9) + (3 * 2 * 1)),
        DimensionRow.Of(On(PlaneGroup.P4m, Examples.Cross), Trivial, Trivial, 2, over: 8, 5 + (3 * 1) + (2 * 3) + (2 * 1)),
        DimensionRow.Of(On(PlaneGroup.P4m, Examples.Cross), Trivial, Irrep("2"), 1, over: 8, 5 - 1 + 1 - 1 + (2 * 3) - (2 * 1)),
        DimensionRow.Of(On(PlaneGroup.P4m, Examples.Cross), Regular, Regular, 40, over: 8, 8 * 8 * 5),
    ];

    /// <summary>
    /// p3, p3m1 and p31m. Left-right fixes the centre and the cells above and below it at √3, 2√3, …; up-down the centre and the cells
    /// right and left of it at 1, 2, …; the star of 13 cells is the hexagon of radius 1 and the six cells at √3.
    /// </summary>
    private static IEnumerable<DimensionRow> ThirdTurns =>
    [
        DimensionRow.Of(On(PlaneGroup.P3, Stencil.Hexagon(1)), Trivial, Trivial, 3, over: 3, 7 + 1 + 1),
        DimensionRow.Of(On(PlaneGroup.P3, Stencil.Hexagon(1)), Irrep("1"), Irrep("1"), 10, over: 3, (2 * 2 * 7) + (-1 * -1) + (-1 * -1)),
        DimensionRow.Of(On(PlaneGroup.P3, Stencil.Hexagon(2)), Trivial, Irrep("1"), 12, over: 3, (2 * 19) - 1 - 1),
        DimensionRow.Of(On(PlaneGroup.P3, Examples.Star), Trivial, Trivial, 5, over: 3, 13 + 1 + 1),
        DimensionRow.Of(On(PlaneGroup.P3m1, Stencil.Hexagon(1)), Trivial, Trivial, 2, over: 6, 7 + (2 * 1) + (3 * 1)),
        DimensionRow.Of(On(PlaneGroup.P3m1, Stencil.Hexagon(1)), Trivial, Irrep("0-"), 1, over: 6, 7 + (2 * 1) - (3 * 1)),
        DimensionRow.Of(On(PlaneGroup.P3m1, Examples.Star), Trivial, Trivial, 4, over: 6, 13 + (2 * 1) + (3 * 3)),
        DimensionRow.Of(On(PlaneGroup.P3m1, Stencil.Hexagon(1)), Regular, Regular, 42, over: 6, 6 * 6 * 7),
        DimensionRow.Of(On(PlaneGroup.P31m, Stencil.Hexagon(1)), Trivial, Trivial, 3, over: 6, 7 + (2 * 1) + (3 * 3)),
        DimensionRow.Of(On(PlaneGroup.P31m, Stencil.Hexagon(2)), Trivial, Trivial, 6, over: 6, 19 + (2 * 1) + (3 * 5)),
        DimensionRow.Of(On(PlaneGroup.P31m, Stencil.Hexagon(1)), Irrep("1"), Irrep("1"), 5, over: 6, (2 * 2 * 7) + (2 * (-1 * -1))),
    ];

    /// <summary>p6 and p6m: five turns, then the reflections of p3m1 and those of p31m.</summary>
    private static IEnumerable<DimensionRow> Hexagons =>
    [
        DimensionRow.Of(On(PlaneGroup.P6, Stencil.Hexagon(1)), Trivial, Trivial, 2, over: 6, 7 + (5 * 1)),
        DimensionRow.Of(On(PlaneGroup.P6, Stencil.Hexagon(1)), Trivial, Irrep("3"), 1, over: 6, 7 - 1 + 1 - 1 + 1 - 1),
        DimensionRow.Of(On(PlaneGroup.P6, Stencil.Hexagon(1)), Irrep("1"), Irrep("1"), 6, over: 6, (4 * 7) + 1 + 1 + 4 + 1 + 1),
        DimensionRow.Of(On(PlaneGroup.P6, Stencil.Hexagon(1)), Irrep("1"), Irrep("2"), 4, over: 6, (4 * 7) - 1 + 1 - 4 + 1 - 1),
        DimensionRow.Of(On(PlaneGroup.P6, Stencil.Hexagon(1)), Quotient(3), Quotient(3), 12, over: 6, (3 * 3 * 7) + (3 * 3 * 1)),
        DimensionRow.Of(On(PlaneGroup.P6m, Stencil.Hexagon(1)), Regular, Regular, 84, over: 12, 12 * 12 * 7),
        DimensionRow.Of(On(PlaneGroup.P6m, Stencil.Hexagon(1)), Trivial, Regular, 7, over: 12, 1 * 12 * 7),
        DimensionRow.Of(On(PlaneGroup.P6m, Stencil.Hexagon(1)), Trivial, Trivial, 2, over: 12, 7 + (5 * 1) + (3 * 1) + (3 * 3)),
        DimensionRow.Of(On(PlaneGroup.P6m, Stencil.Hexagon(2)), Trivial, Trivial, 4, over: 12, 19 + (5 * 1) + (3 * 3) + (3 * 5)),
        DimensionRow.Of(On(PlaneGroup.P6m, Examples.Star), Trivial, Trivial, 3, over: 12, 13 + (5 * 1) + (3 * 3) + (3 * 3)),
        DimensionRow.Of(On(PlaneGroup.P6m, Examples.Star), Regular, Regular, 156, over: 12, 12 * 12 * 13),
        DimensionRow.Of(On(PlaneGroup.P6m, Stencil.Hexagon(2)), Trivial, Irrep("0-"), 0, over: 12, 19 + (5 * 1) - (3 * 3) - (3 * 5)),
        DimensionRow.Of(On(PlaneGroup.P6m, Stencil.Hexagon(3)), Trivial, Irrep("0-"), 1, over: 12, 37 + (5 * 1) - (3 * 3) - (3 * 7)),
        DimensionRow.Of(On(PlaneGroup.P6m, Stencil.Hexagon(1)), Irrep("1"), Irrep("1"), 3, over: 12, (4 * 7) + 1 + 1 + 4 + 1 + 1),
    ];

    /// <summary>
    /// Beyond the lattice. On a 5 x 5 square the rings 0, 1 and 2 bear frequencies up to 0, 3 and 6, so frequencies 0, 1 … 3 and 4 … 6 have
    /// 3, 2 and 1 rings; on 3 x 3, frequencies 0 and 1 … 3 have 2 and 1; each frequency but 0 is a pair of filters.
    /// </summary>
    private static IEnumerable<DimensionRow> BeyondTheLattice =>
    [
        DimensionRow.Of(On(PlaneGroup.Cyclic(8), Three), Trivial, Regular, 8, over: 8, 8 * (2 + (2 * (1 + 1 + 1)))),
        DimensionRow.Of(On(PlaneGroup.Cyclic(8), Five), Regular, Regular, 168, over: 8, 8 * 8 * (3 + (2 * 6) + (2 * 3))),
        DimensionRow.Of(On(PlaneGroup.Dihedral(8), Five), Regular, Regular, 336, over: 16, 16 * 16 * (3 + (2 * 6) + (2 * 3))),
        DimensionRow.Of(On(PlaneGroup.Dihedral(16), Five), Trivial, Regular, 21, over: 32, 32 * (3 + (2 * 6) + (2 * 3))),
        DimensionRow.Of(On(PlaneGroup.Dihedral(16), Three), Regular, Irrep("8-"), 8, over: 32, 32 * 1 * 8),
    ];

    /// <summary>
    /// Irreps of frequencies m and n: the rings of <c>|n − m|</c> and <c>n + m</c> and, for a finite group, of the frequencies that differ
    /// from them or their opposites by <c>N</c>; to or from a pair of coordinates two kernels per ring, and with reflections half as many.
    /// </summary>
    private static IEnumerable<DimensionRow> ByFrequencies =>
    [
        DimensionRow.Of(On(PlaneGroup.SO2(3), Five), Trivial, Trivial, 3, over: 1, 3),
        DimensionRow.Of(On(PlaneGroup.SO2(3), Five), Trivial, Irrep("2"), 4, over: 1, 2 * 2),
        DimensionRow.Of(On(PlaneGroup.SO2(3), Five), Irrep("1"), Irrep("1"), 10, over: 1, (2 * 3) + (2 * 2)),
        DimensionRow.Of(On(PlaneGroup.SO2(3), Five), Irrep("1"), Irrep("2"), 8, over: 1, (2 * 2) + (2 * 2)),
        DimensionRow.Of(On(PlaneGroup.SO2(3), Five), Irrep("3"), Irrep("2"), 6, over: 1, (2 * 2) + (2 * 1)),
        DimensionRow.Of(On(PlaneGroup.O2(3), Five), Trivial, Irrep("0-"), 0, over: 1, 0),
        DimensionRow.Of(On(PlaneGroup.O2(3), Five), Irrep("0-"), Irrep("2"), 2, over: 1, 2),
        DimensionRow.Of(On(PlaneGroup.O2(3), Five), Irrep("2"), Irrep("2"), 4, over: 1, 3 + 1),
        DimensionRow.Of(On(PlaneGroup.O2(3), Five), Irrep("3"), Irrep("1"), 3, over: 1, 2 + 1),
        DimensionRow.Of(On(PlaneGroup.Cyclic(8), Five), Irrep("1"), Irrep("3"), 10, over: 1, (2 * (2 + 1)) + (2 * (1 + 1))),
        DimensionRow.Of(On(PlaneGroup.Cyclic(8), Five), Irrep("4"), Irrep("4"), 3, over: 1, 3),
        DimensionRow.Of(On(PlaneGroup.Dihedral(8), Five), Irrep("4"), Irrep("4-"), 0, over: 1, 0),
        DimensionRow.Of(On(PlaneGroup.Dihedral(8), Five), Irrep("1"), Irrep("3"), 5, over: 1, 2 + 1 + 1 + 1),
        DimensionRow.Of(On(PlaneGroup.SO2(1, Hexagonal), Stencil.Hexagon(1)), Irrep("1"), Irrep("1"), 6, over: 1, (2 * 2) + (2 * 1)),
    ];

    private static readonly Dictionary<string, DimensionRow> Rows =
        new[] { HalfTurns, Mirrors, QuarterTurns, Squares, ThirdTurns, Hexagons, BeyondTheLattice, ByFrequencies }
            .SelectMany(rows => rows)
            .ToDictionary(row => row.Title);

    public static TheoryData<string> Titles => [.. Rows.Keys];

    [Theory]
    [MemberData(nameof(Titles))]
    public void Dimension_by_hand_is_that_of_the_space_of_its_characters_and_of_the_index_map(string title) =>
        Law.Holds(Rows[title].Violation());

    [Fact]
    public void The_table_is_long_and_rejects_wrong_numbers_wrong_arithmetic_and_wrong_orders()
    {
        Assert.InRange(Rows.Count, 90, 110);
        DimensionRow right = Rows["p4m regular -> regular, pixels of a 3 x 3 stencil: 72 = (8 * 8 * 9) / 8"];
        Law.IsBrokenBy((right with { Pinned = 73 }).Violation());
        Law.IsBrokenBy((right with { Sum = right.Sum + 1 }).Violation());
        Law.IsBrokenBy((right with { Over = 4, Sum = 4 * 72 }).Violation());
        Law.IsBrokenBy((right with { Pinned = 71, Sum = 8 * 71 }).Violation());
        Law.IsBrokenBy((right with { ByCharacters = 71 }).Violation());
    }

    /// <summary>Pixels, or rings that bear frequencies up to three a pixel of radius.</summary>
    private static FilterBasis On(PlaneGroup group, Stencil stencil) => PixelBasis.Serves(group)
        ? new PixelBasis(group, stencil)
        : new HarmonicBasis(group, stencil, new HarmonicRings(HarmonicRings.For(stencil).Radii, width: 0.6, cutoff: 3));

    private static Representation Trivial(FiniteGroup group) => new TrivialRepresentation(group);

    private static Representation Regular(FiniteGroup group) => new RegularRepresentation(group);

    private static Func<FiniteGroup, Representation> Irrep(string name) =>
        group => Irreps.Of(group).Single(irrep => irrep.Name == "irrep " + name);

    /// <summary>The cosets of the cyclic subgroup that an element generates.</summary>
    private static Func<FiniteGroup, Representation> Quotient(int generator) =>
        group => new QuotientRepresentation(Subgroup.Generated(group, generator));
}
