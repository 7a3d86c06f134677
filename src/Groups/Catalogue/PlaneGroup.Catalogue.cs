namespace GCnn.Groups;

public sealed partial class PlaneGroup
{
    private static readonly IntegerMatrix Stay = IntegerMatrix.Identity;
    private static readonly IntegerMatrix HalfTurn = new(-1, 0, 0, -1);
    private static readonly IntegerMatrix QuarterTurn = new(0, 1, -1, 0);
    private static readonly IntegerMatrix LeftRight = new(-1, 0, 0, 1);
    private static readonly IntegerMatrix Diagonal = new(0, 1, 1, 0);

    /// <summary>
    /// The table of plane groups: the generating rotation <c>r</c> and, where there is one, the first reflection <c>s</c>.
    /// </summary>
    private static readonly PlaneGroup[] Table =
    [
        FromGenerators("p1", new SquareLattice(), Stay),
        FromGenerators("p2", new SquareLattice(), HalfTurn),
        FromGenerators("pm", new SquareLattice(), Stay, LeftRight),
        FromGenerators("cm", new SquareLattice(), Stay, Diagonal),
        FromGenerators("pmm", new SquareLattice(), HalfTurn, LeftRight),
        FromGenerators("cmm", new SquareLattice(), HalfTurn, Diagonal),
        FromGenerators("p4", new SquareLattice(), QuarterTurn),
        FromGenerators("p4m", new SquareLattice(), QuarterTurn, LeftRight),
    ];

    /// <summary>All plane groups of the catalogue, in the order of [ITA2016], chapter 2.2.</summary>
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

    /// <summary>The plane group of a given name.</summary>
    /// <param name="name">A name from <see cref="All"/>, such as <c>p4m</c>.</param>
    /// <exception cref="ArgumentException">There is no group of that name; the message lists the names.</exception>
    public static PlaneGroup Named(string name) => Array.Find(Table, g => g.Name == name)
        ?? throw new ArgumentException(
            $"There is no plane group named '{name}'; there are {string.Join(", ", Table.Select(g => g.Name))}.", nameof(name));
}
