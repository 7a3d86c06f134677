namespace GCnn.Groups.Tests;

/// <summary>Groups whose irreps are worth knowing.</summary>
internal static class CharacterExamples
{
    public static FiniteGroup Symmetric3 => FiniteGroup.FromPermutations("S3", [1, 2, 0], [1, 0, 2]);

    public static FiniteGroup Alternating4 => FiniteGroup.FromPermutations("A4", [1, 2, 0, 3], [1, 0, 3, 2]);

    public static FiniteGroup Alternating5 => FiniteGroup.FromPermutations("A5", [1, 2, 0, 3, 4], [1, 2, 3, 4, 0]);

    public static FiniteGroup Symmetric5 => FiniteGroup.FromPermutations("S5", [1, 2, 3, 4, 0], [1, 0, 2, 3, 4]);

    /// <summary>All 48 symmetries of the cube, on its corners numbered by the bits x, y, z.</summary>
    public static FiniteGroup Octahedral =>
        FiniteGroup.FromPermutations("Oh", [1, 3, 0, 2, 5, 7, 4, 6], [0, 2, 4, 6, 1, 3, 5, 7], [7, 6, 5, 4, 3, 2, 1, 0]);

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
        Symmetric3,
        Alternating4,
        Examples.Symmetric4,
        Alternating5,
        Examples.Quaternions,
        BinaryTetrahedral,
        Octahedral,
        FiniteGroup.DirectProduct(FiniteGroup.Cyclic(3), FiniteGroup.Cyclic(3)),
        FiniteGroup.DirectProduct(FiniteGroup.Cyclic(2), FiniteGroup.Cyclic(4)),
        FiniteGroup.DirectProduct(FiniteGroup.Dihedral(3), FiniteGroup.Cyclic(3)),
        FiniteGroup.DirectProduct(Examples.Quaternions, FiniteGroup.Cyclic(3)),
    ];

    public static IEnumerable<FiniteGroup> All => [.. Planar, .. Others];
}
