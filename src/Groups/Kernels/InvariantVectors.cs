namespace GCnn.Groups;

/// <summary>The vectors that a representation leaves as they are, <c>ρ(g) v = v</c>: what a bias may be.</summary>
public static class InvariantVectors
{
    /// <summary>
    /// A basis of the invariant vectors: for a permutation representation the indicators of its orbits, otherwise an orthonormal one.
    /// </summary>
    /// <remarks>
    /// <b>Shapes:</b> as many vectors as the trivial representation has copies in <c>ρ</c>, of <c>ρ.Dimension</c> numbers each.
    /// Source: [Serre1977], section 2.6.
    /// </remarks>
    /// <param name="representation">The representation <c>ρ</c>.</param>
    public static IReadOnlyList<double[]> Of(Representation representation)
    {
        ArgumentNullException.ThrowIfNull(representation);
        return representation is PermutationRepresentation permuting
            ? [.. permuting.Orbits.Select(orbit => Indicator(orbit, permuting.Dimension))]
            : InvariantSubspace.Of(
                representation.Dimension,
                [.. Enumerable.Range(0, representation.Group.Order).Select(g => representation.Entries(g).ToArray())]);
    }

    private static double[] Indicator(IReadOnlyList<int> members, int length)
    {
        double[] indicator = new double[length];
        foreach (int member in members)
        {
            indicator[member] = 1;
        }

        return indicator;
    }
}
