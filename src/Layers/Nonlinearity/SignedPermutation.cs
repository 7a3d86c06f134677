using GCnn.Groups;

namespace GCnn.Layers;

/// <summary>
/// A representation whose matrices permute the basis vectors up to signs, <c>ρ(g) e_i = ±e_j</c>: then <c>ρ</c> permutes the <c>2d</c>
/// vectors <c>±e_i</c>, and each orbit of them is a set of cosets.
/// </summary>
internal sealed class SignedPermutation
{
    private const double Tolerance = 1e-9;

    private SignedPermutation(PermutationAction action)
    {
        int dimension = action.Degree / 2;
        OrbitDecomposition orbits = OrbitDecomposition.Of(new PermutationActionRepresentation("signed basis", action));
        Fields = [.. orbits.Blocks.Select(block => block.Representation)];
        Vectors = [.. orbits.Sources.Select(vector => (vector % dimension, vector < dimension ? 1 : -1))];
    }

    /// <summary>What the group does to each orbit of the vectors <c>±e_i</c>: a trivial, quotient or regular representation.</summary>
    public IReadOnlyList<PermutationRepresentation> Fields { get; }

    /// <summary>The vectors <c>±e_i</c> as pairs of <c>i</c> and sign, in the order of the coordinates of <see cref="Fields"/>.</summary>
    public IReadOnlyList<(int Channel, int Sign)> Vectors { get; }

    /// <summary>The signed permutations that a representation consists of, or null where a matrix is none.</summary>
    public static SignedPermutation? Of(Representation representation)
    {
        int dimension = representation.Dimension, order = representation.Group.Order;
        int[,] images = new int[order, 2 * dimension];
        for (int g = 0; g < order; g++)
        {
            for (int i = 0; i < dimension; i++)
            {
                if (Image(representation.Entries(g), dimension, i) is not int image)
                {
                    return null;
                }

                (images[g, i], images[g, dimension + i]) = (image, (image + dimension) % (2 * dimension));
            }
        }

        return new SignedPermutation(PermutationAction.FromTable(representation.Group, images));
    }

    /// <summary>The number of the vector <c>ρ(g) e_i</c>: <c>j</c> for <c>e_j</c> and <c>d + j</c> for <c>−e_j</c>.</summary>
    private static int? Image(ReadOnlySpan<double> entries, int dimension, int i)
    {
        for (int j = 0; j < dimension; j++)
        {
            // Columns have length 1: beside an entry 1 there are only zeros.
            double entry = entries[(j * dimension) + i];
            if (Math.Abs(Math.Abs(entry) - 1) < Tolerance)
            {
                return entry > 0 ? j : dimension + j;
            }
        }

        return null;
    }
}
