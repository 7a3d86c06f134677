using GCnn.Experiments.CommandLine;
using GCnn.Groups;

namespace GCnn.Experiments.Kernels;

/// <summary>A group as it is named on the command line, before it is known how high the frequencies of its fields are.</summary>
internal sealed record GroupName
{
    /// <summary>The highest <c>n</c> of <c>C_n</c> and <c>D_n</c>.</summary>
    public const int MaximumRotations = 32;

    private readonly Func<int, PlaneGroup> _make;

    private GroupName(string name, bool isContinuous, Func<int, PlaneGroup> make)
    {
        Name = name;
        IsContinuous = isContinuous;
        _make = make;
    }

    /// <summary>The name, such as <c>D6</c>, <c>SO(2)</c> or <c>p4m</c>.</summary>
    public string Name { get; }

    /// <summary>Whether it is SO(2) or O(2).</summary>
    public bool IsContinuous { get; }

    /// <summary>
    /// Reads <c>C4</c>, <c>D6</c>, <c>SO2</c>, <c>O2</c> or a plane group's name. <c>C_n</c> and <c>D_n</c> live on the hexagonal lattice
    /// where 3 divides <c>n</c>, unless a lattice is named; a plane group has its own.
    /// </summary>
    /// <param name="name">The name, in large or small letters.</param>
    /// <param name="lattice">The lattice's name, or null for the one that fits.</param>
    /// <exception cref="UsageException">A name is not known, or the plane group is of another lattice.</exception>
    public static GroupName Parse(string name, string? lattice)
    {
        Lattice? asked = lattice is null ? null : LatticeNamed(lattice);
        if (PlaneGroup.All.FirstOrDefault(group => IsNamed(group.Name, name)) is PlaneGroup plane)
        {
            return asked is null || asked.Equals(plane.Lattice)
                ? new GroupName(plane.Name, isContinuous: false, _ => plane)
                : throw new UsageException($"--group {plane} is a group of the {plane.Lattice}; leave --lattice out.");
        }

        if (IsNamed("SO2", name) || IsNamed("SO(2)", name))
        {
            return new GroupName("SO(2)", isContinuous: true, frequency => PlaneGroup.SO2(frequency, asked));
        }

        if (IsNamed("O2", name) || IsNamed("O(2)", name))
        {
            return new GroupName("O(2)", isContinuous: true, frequency => PlaneGroup.O2(frequency, asked));
        }

        int n = Rotations(name);
        Lattice on = asked ?? (n % 3 == 0 ? new HexagonalLattice() : new SquareLattice());
        return char.ToUpperInvariant(name[0]) == 'C'
            ? new GroupName($"C{n}", isContinuous: false, _ => PlaneGroup.Cyclic(n, on))
            : new GroupName($"D{n}", isContinuous: false, _ => PlaneGroup.Dihedral(n, on));
    }

    /// <summary>The group, able to tell fields of frequencies up to a maximum apart; that matters for SO(2) and O(2) only.</summary>
    /// <param name="maximumFrequency">The highest frequency of a field.</param>
    public PlaneGroup For(int maximumFrequency) => _make(maximumFrequency);

    private static int Rotations(string name) =>
        name is ['C' or 'c' or 'D' or 'd', .. string digits] && int.TryParse(digits, out int n) && n is >= 1 and <= MaximumRotations
            ? n
            : throw new UsageException(
                $"--group {name} is not known; there are C1 to C{MaximumRotations}, D1 to D{MaximumRotations}, SO2, O2 and the plane " +
                $"groups {string.Join(' ', PlaneGroup.All.Select(group => group.Name))}.");

    private static Lattice LatticeNamed(string name) =>
        IsNamed("square", name) ? new SquareLattice()
        : IsNamed("hexagonal", name) ? new HexagonalLattice()
        : throw new UsageException($"--lattice {name} is not known; there are square and hexagonal.");

    private static bool IsNamed(string known, string given) => string.Equals(known, given, StringComparison.OrdinalIgnoreCase);
}
