using GCnn.Groups;

namespace GCnn.Augment;

/// <summary>
/// Plane groups by name: the thirteen of the catalogue, and <c>C8</c> or <c>D8 hexagonal</c> for those beyond the lattice.
/// </summary>
internal static class PlaneGroupName
{
    private const string Hexagonal = " hexagonal";
    private const int Largest = 360;

    /// <summary>The names, as the end of a sentence.</summary>
    public static string Known { get; } = $"{string.Join(", ", PlaneGroup.All.Select(group => group.Name))}, or C8, D16 and the like";

    /// <summary>The name from which the group comes back.</summary>
    /// <exception cref="PipelineException">There is none.</exception>
    public static string Of(PlaneGroup group)
    {
        string name = group.Name + (PlaneGroup.All.Contains(group) || group.Lattice is not HexagonalLattice ? string.Empty : Hexagonal);
        return group.Equals(Parse(name))
            ? name
            : throw new PipelineException($"The plane group {group} has no name in a file; those that have are {Known}.");
    }

    /// <summary>The group of a name, or null.</summary>
    public static PlaneGroup? Parse(string name)
    {
        if (PlaneGroup.All.FirstOrDefault(group => group.Name == name) is PlaneGroup known)
        {
            return known;
        }

        bool onHexagons = name.EndsWith(Hexagonal, StringComparison.Ordinal);
        Lattice lattice = onHexagons ? new HexagonalLattice() : new SquareLattice();
        string letter = name[..Math.Min(1, name.Length)], digits = name[letter.Length..^(onHexagons ? Hexagonal.Length : 0)];
        return letter is "C" or "D" && digits.All(char.IsAsciiDigit) && int.TryParse(digits, out int n) && n is >= 1 and <= Largest
            ? letter == "C" ? PlaneGroup.Cyclic(n, lattice) : PlaneGroup.Dihedral(n, lattice)
            : null;
    }
}
