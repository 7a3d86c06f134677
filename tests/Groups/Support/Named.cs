namespace GCnn.Groups.Tests;

/// <summary>Groups of the catalogue by the names they print.</summary>
internal static class Named
{
    public static FiniteGroup Group(string name) => name switch
    {
        "Q8" => FiniteGroup.Quaternion,
        "T" => FiniteGroup.Tetrahedral,
        "O" => FiniteGroup.Octahedral,
        "Oh" => FiniteGroup.FullOctahedral,
        "I" => FiniteGroup.Icosahedral,
        "Ih" => FiniteGroup.FullIcosahedral,
        _ => OfFamily([.. name.TakeWhile(char.IsLetter)], int.Parse([.. name.SkipWhile(char.IsLetter)])),
    };

    private static FiniteGroup OfFamily(ReadOnlySpan<char> family, int n) => family switch
    {
        "C" => FiniteGroup.Cyclic(n),
        "D" => FiniteGroup.Dihedral(n),
        "Dic" => FiniteGroup.Dicyclic(n),
        "S" => FiniteGroup.Symmetric(n),
        "A" => FiniteGroup.Alternating(n),
        _ => throw new ArgumentException($"There is no family {family}.", nameof(family)),
    };
}
