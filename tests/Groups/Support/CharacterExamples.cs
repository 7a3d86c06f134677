namespace GCnn.Groups.Tests;

/// <summary>Groups whose irreps are worth knowing.</summary>
internal static class CharacterExamples
{
    /// <summary>The 24 quaternions of the tetrahedron, SL(2, 3), on the 8 nonzero vectors of the plane over three numbers.</summary>
    public static FiniteGroup BinaryTetrahedral
    {
        get
        {
            (int X, int Y)[] vectors = [.. from x in Enumerable.Range(0, 3) from y in Enumerable.Range(0, 3) where x + y > 0 select (x, y)];
            return FiniteGroup.FromPermutations("2T", Images((x, y) => ((x + y) % 3, y)), Images((x, y) => (x, (x + y) % 3)));
            int[] Images(Func<int, int, (int, int)> map) => Array.ConvertAll(vectors, v => Array.IndexOf(vectors, map(v.X, v.Y)));
        }
    }

    /// <summary>Groups with a closed form.</summary>
    public static IEnumerable<FiniteGroup> Planar =>
    [
        .. Enumerable.Range(1, 12).Append(16).Select(FiniteGroup.Cyclic),
        .. Enumerable.Range(1, 8).Append(16).Select(FiniteGroup.Dihedral),
    ];

    /// <summary>Groups without one.</summary>
    public static IEnumerable<FiniteGroup> Others =>
    [
        FiniteGroup.Symmetric(3),
        FiniteGroup.Alternating(4),
        Examples.Symmetric4,
        FiniteGroup.Alternating(5),
        Examples.Quaternions,
        FiniteGroup.Dicyclic(3),
        FiniteGroup.Dicyclic(5),
        BinaryTetrahedral,
        FiniteGroup.FullOctahedral,
        FiniteGroup.DirectProduct(FiniteGroup.Cyclic(3), FiniteGroup.Cyclic(3)),
        FiniteGroup.DirectProduct(FiniteGroup.Cyclic(2), FiniteGroup.Cyclic(4)),
        FiniteGroup.DirectProduct(FiniteGroup.Dihedral(3), FiniteGroup.Cyclic(3)),
        FiniteGroup.DirectProduct(Examples.Quaternions, FiniteGroup.Cyclic(3)),
    ];

    public static IEnumerable<FiniteGroup> All => [.. Planar, .. Others];
}
