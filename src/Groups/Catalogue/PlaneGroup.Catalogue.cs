namespace GCnn.Groups;

public sealed partial class PlaneGroup
{
    private static readonly Lattice Square = new SquareLattice();
    private static readonly Lattice Hexagonal = new HexagonalLattice();
    private static readonly IntegerMatrix Stay = IntegerMatrix.Identity;
    private static readonly IntegerMatrix HalfTurn = new(-1, 0, 0, -1);
    private static readonly IntegerMatrix QuarterTurn = new(0, 1, -1, 0);
    private static readonly IntegerMatrix ThirdTurn = new(0, 1, -1, -1);
    private static readonly IntegerMatrix SixthTurn = new(1, 1, -1, 0);
    private static readonly IntegerMatrix LeftRight = new(-1, 0, 0, 1);
    private static readonly IntegerMatrix Diagonal = new(0, 1, 1, 0);
    private static readonly IntegerMatrix HexagonalLeftRight = new(-1, -1, 0, 1);
    private static readonly IntegerMatrix HexagonalUpDown = new(1, 1, 0, -1);

    /// <summary>
    /// The table of plane groups: the generating rotation <c>r</c> and, where there is one, the first reflection <c>s</c>. The mirrors
    /// of p3m1 are perpendicular to the shortest lattice vectors, those of p31m lie along them.
    /// </summary>
    private static readonly PlaneGroup[] Table =
    [
        FromGenerators("p1", Square, Stay),
        FromGenerators("p2", Square, HalfTurn),
        FromGenerators("pm", Square, Stay, LeftRight),
        FromGenerators("cm", Square, Stay, Diagonal),
        FromGenerators("pmm", Square, HalfTurn, LeftRight),
        FromGenerators("cmm", Square, HalfTurn, Diagonal),
        FromGenerators("p4", Square, QuarterTurn),
        FromGenerators("p4m", Square, QuarterTurn, LeftRight),
        FromGenerators("p3", Hexagonal, ThirdTurn),
        FromGenerators("p3m1", Hexagonal, ThirdTurn, HexagonalLeftRight),
        FromGenerators("p31m", Hexagonal, ThirdTurn, HexagonalUpDown),
        FromGenerators("p6", Hexagonal, SixthTurn),
        FromGenerators("p6m", Hexagonal, SixthTurn, HexagonalLeftRight),
    ];

    /// <summary>The 13 symmorphic plane groups, in the order of [ITA2016], chapter 2.2.</summary>
    public static IReadOnlyList<PlaneGroup> All => Table;

    /// <summary>p1: translations only.</summary>
    public static PlaneGroup P1 => Named("p1");

    /// <summary>p2: half turns.</summary>
    public static PlaneGroup P2 => Named("p2");

    /// <summary>pm: the left-right reflection.</summary>
    public static PlaneGroup Pm => Named("pm");

    /// <summary>cm: the reflection across the falling diagonal.</summary>
    public static PlaneGroup Cm => Named("cm");

    /// <summary>pmm: half turns, and the reflections left-right and up-down.</summary>
    public static PlaneGroup Pmm => Named("pmm");

    /// <summary>cmm: half turns, and the reflections across both diagonals.</summary>
    public static PlaneGroup Cmm => Named("cmm");

    /// <summary>p4: quarter turns.</summary>
    public static PlaneGroup P4 => Named("p4");

    /// <summary>p4m: quarter turns and four reflections, every symmetry of the square.</summary>
    public static PlaneGroup P4m => Named("p4m");

    /// <summary>p3: third turns.</summary>
    public static PlaneGroup P3 => Named("p3");

    /// <summary>p3m1: third turns and the reflections whose mirrors are perpendicular to the shortest lattice vectors.</summary>
    public static PlaneGroup P3m1 => Named("p3m1");

    /// <summary>p31m: third turns and the reflections whose mirrors lie along the shortest lattice vectors.</summary>
    public static PlaneGroup P31m => Named("p31m");

    /// <summary>p6: sixth turns.</summary>
    public static PlaneGroup P6 => Named("p6");

    /// <summary>p6m: sixth turns and six reflections, every symmetry of the hexagonal lattice.</summary>
    public static PlaneGroup P6m => Named("p6m");

    /// <summary>The plane group of a given name.</summary>
    /// <param name="name">A name from <see cref="All"/>, such as <c>p4m</c>.</param>
    /// <exception cref="ArgumentException">There is no group of that name; the message lists the names.</exception>
    public static PlaneGroup Named(string name) => Array.Find(Table, g => g.Name == name)
        ?? throw new ArgumentException(
            $"There is no plane group named '{name}'; there are {string.Join(", ", Table.Select(g => g.Name))}.", nameof(name));
}
