using GCnn.Groups;

namespace GCnn.Layers;

/// <summary>
/// What a layer costs by way of the Fourier transform over the point group, in place of the expanded filter: the same function with fewer
/// multiplications.
/// </summary>
/// <remarks>
/// <para>
/// A filter that commutes is an intertwiner from <c>V = ρ_in ⊗ stencil</c>, the numbers that one output position reads, with the group
/// moving channels and taps together, to <c>ρ_out</c>. In bases in which both are sums of irreps it is, by Schur's lemma, for each irrep
/// <c>ρ</c> of dimension <c>d</c> and type <c>m</c> that occurs <c>a</c> times in <c>V</c> and <c>b</c> times in <c>ρ_out</c>, a matrix
/// of <c>a b</c> real, complex or quaternionic numbers that acts on <c>d / m</c> columns: <c>Σ_ρ d m a b</c> multiplications, where the
/// expanded filter has <c>dim V · dim ρ_out</c>. The free weights are <c>Σ_ρ m a b</c>.
/// </para>
/// <para>
/// Between regular fields on <c>T</c> taps <c>V</c> is <c>T</c> regular representations, and the count is <c>T Σ_ρ d³ / m</c> for each
/// pair of fields: 6 for C4, 12 for D4, 20 for D6, in place of 16, 64 and 144. Changing the bases takes one transform for each orbit of
/// the group on channels and taps, and one for each output field; those of filters are made once. Source: [Serre1977], sections 2.2, 2.7.
/// </para>
/// <para>
/// Of filters that are steered, such as circular harmonics, the count is that of the kernels which do it: filters take the place of taps, and
/// the transforms include filtering each channel with each of them, by shared sums.
/// </para>
/// </remarks>
/// <param name="MultiplyAdds">Multiply-adds between irreps, over all output positions.</param>
/// <param name="TransformOperations">
/// Additions and multiplications of the transforms; of an orbit smaller than the group at most as many as are counted.
/// </param>
public sealed record FourierCost(long MultiplyAdds, long TransformOperations)
{
    /// <summary>
    /// The cost of one output position of a convolution between fields that permute their channels, on the group's own lattice.
    /// </summary>
    internal static FourierCost AtPosition(FieldType input, FieldType output, Stencil stencil)
    {
        PlaneGroup group = input.Group;
        Character taps = Taps(group, stencil);
        long products = Irreps.Of(group.PointGroup).Sum(irrep =>
            irrep.Dimension * (int)irrep.Type * Occurrences(input, irrep, chi => chi * taps) * Occurrences(output, irrep, chi => chi));
        var fast = FastFourierTransform.Of(group.PointGroup);
        int whole = fast.Additions + fast.Multiplications;
        long transforms = Transforms(input, rho => OrbitsWith(rho, group, stencil), whole)
            + Transforms(output, rho => rho.Orbits.Select(orbit => orbit.Count), whole);
        return new FourierCost(products, transforms);

        long Transforms(FieldType type, Func<PermutationRepresentation, IEnumerable<int>> orbits, int most) => type.Blocks.Sum(block =>
            block.Fields * orbits((PermutationRepresentation)block.Representation)
                .Sum(size => size == group.Order ? most : Math.Min(most, (long)size * (size - 1))));
    }

    /// <summary>The number of free weights of such a convolution, <c>Σ_ρ m a b</c>.</summary>
    internal static long FreeWeights(FieldType input, FieldType output, Stencil stencil)
    {
        Character taps = Taps(input.Group, stencil);
        return Irreps.Of(input.Group.PointGroup).Sum(irrep =>
            (int)irrep.Type * Occurrences(input, irrep, chi => chi * taps) * Occurrences(output, irrep, chi => chi));
    }

    /// <summary>The cost of many equal parts.</summary>
    internal FourierCost Times(long count) => new(count * MultiplyAdds, count * TransformOperations);

    /// <summary>The character of the group on the taps: how many of them an element leaves where they are.</summary>
    private static Character Taps(PlaneGroup group, Stencil stencil)
    {
        ConjugacyClasses classes = group.PointGroup.ConjugacyClasses;
        IEnumerable<IntegerMatrix> motions = Enumerable.Range(0, classes.Count).Select(c => group.Matrix(classes.Representative(c)));
        return Character.FromClasses(
            group.PointGroup, [.. motions.Select(motion => (double)stencil.DoubledPoints.Count(u => motion.Transform(u) == u))]);
    }

    private static long Occurrences(FieldType type, Irrep irrep, Func<Character, Character> with) =>
        type.Blocks.Sum(block => (long)block.Fields * with(Character.Of(block.Representation)).Multiplicity(irrep));

    /// <summary>The sizes of the orbits of channels and taps together.</summary>
    private static IEnumerable<int> OrbitsWith(PermutationRepresentation rho, PlaneGroup group, Stencil stencil)
    {
        HashSet<(int, LatticePoint)> left =
            [.. from i in Enumerable.Range(0, rho.Dimension) from u in stencil.DoubledPoints select (i, u)];
        while (left.Count > 0)
        {
            (int i, LatticePoint u) = left.First();
            int before = left.Count;
            left.ExceptWith(Enumerable.Range(0, group.Order).Select(g => (rho.Act(g, i), group.Matrix(g).Transform(u))));
            yield return before - left.Count;
        }
    }
}
