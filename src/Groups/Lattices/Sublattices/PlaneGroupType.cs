namespace GCnn.Groups;

/// <summary>The type of a symmorphic plane group, read off its matrices in a basis of two shortest vectors.</summary>
internal static class PlaneGroupType
{
    /// <summary>The short international name, such as <c>p31m</c>.</summary>
    /// <remarks>
    /// The lattice is rectangular to a mirror (pm, pmm) when each of its points <c>x</c> is the sum of a point on the mirror and one across
    /// it, <c>(x + M x) / 2</c> and <c>(x − M x) / 2</c>: when <c>M + 1</c> is even. Else it is centred (cm, cmm). With three mirrors,
    /// p31m has one along a shortest vector and p3m1 has none. Source: [ITA2016], chapter 2.2.
    /// </remarks>
    /// <param name="matrices">The matrices of the point group, rotations first.</param>
    public static string Of(IReadOnlyList<IntegerMatrix> matrices)
    {
        IntegerMatrix[] reflections = [.. matrices.Where(m => m.Determinant == -1)];
        int rotations = matrices.Count - reflections.Length;
        return (rotations, reflections.Length) switch
        {
            (_, 0) => $"p{rotations}",
            (1, _) => IsRectangular(reflections[0]) ? "pm" : "cm",
            (2, _) => IsRectangular(reflections[0]) ? "pmm" : "cmm",
            (3, _) => reflections.Any(m => m.Transform(new LatticePoint(1, 0)) == new LatticePoint(1, 0)) ? "p31m" : "p3m1",
            _ => $"p{rotations}m",
        };
    }

    private static bool IsRectangular(IntegerMatrix m) => int.IsOddInteger(m.A) && int.IsEvenInteger(m.B) && int.IsEvenInteger(m.C);
}
