using GCnn.Groups;

namespace GCnn.Layers;

/// <summary>What <see cref="Disentangle"/> makes of a block of equal fields.</summary>
/// <param name="Dimension">The dimension of a field.</param>
/// <param name="TransposedBasis">
/// The orthogonal <c>Qᵀ</c> that each field is multiplied by first, row-major; null where a permutation does.
/// </param>
/// <param name="Fields">The new fields.</param>
/// <param name="Sources">Where each new channel is found among the type's channels, after the multiplication.</param>
internal sealed record SplitBlock(int Dimension, double[]? TransposedBasis, Representation[] Fields, long[] Sources)
{
    internal static SplitBlock Of(FieldBlock block, bool intoIrreps) => block.Representation switch
    {
        PermutationRepresentation permutation when !intoIrreps => IntoOrbits(block, OrbitDecomposition.Of(permutation)),
        Irrep irrep => Regrouped(block, null, [(irrep, 0)], [.. Enumerable.Range(0, irrep.Dimension)]),
        _ => IntoIrreps(block, IsotypicDecomposition.Of(block.Representation)),
    };

    private static SplitBlock IntoOrbits(FieldBlock block, OrbitDecomposition orbits) =>
        Regrouped(block, null, [.. orbits.Blocks.Select(orbit => ((Representation)orbit.Representation, orbit.Offset))], orbits.Sources);

    private static SplitBlock IntoIrreps(FieldBlock block, IsotypicDecomposition irreps) => Regrouped(
        block,
        irreps.Basis.Transpose().ToRowMajorArray(),
        [.. irreps.Blocks.Select(copy => ((Representation)copy.Irrep, copy.Offset))],
        [.. Enumerable.Range(0, block.Representation.Dimension)]);

    /// <summary>Orders the parts of all fields: part after part, equal ones together, and of each the fields in turn.</summary>
    private static SplitBlock Regrouped(
        FieldBlock block, double[]? transposedBasis, (Representation Part, int Offset)[] parts, IReadOnlyList<int> sources)
    {
        int dimension = block.Representation.Dimension;
        (Representation Part, int Offset)[] ordered = [.. parts.GroupBy(part => part.Part).SelectMany(equal => equal)];
        return new SplitBlock(
            dimension,
            transposedBasis,
            [.. ordered.SelectMany(part => Enumerable.Repeat(part.Part, block.Fields))],
            [
                .. from part in ordered
                   from field in Enumerable.Range(0, block.Fields)
                   from i in Enumerable.Range(part.Offset, part.Part.Dimension)
                   select block.Offset + ((long)field * dimension) + sources[i],
            ]);
    }
}
