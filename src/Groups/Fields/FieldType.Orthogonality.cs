namespace GCnn.Groups;

public sealed partial class FieldType
{
    private const double OrthogonalityTolerance = 1e-6;

    /// <summary>
    /// Refuses a representation of the caller's own kind that is not by orthogonal matrices: layers that look at norms would break in
    /// silence. Generators suffice, since products of orthogonal matrices are orthogonal; the library's own kinds are orthogonal as made.
    /// </summary>
    private static void RequireOrthogonal(PlaneGroup g, Representation[] fields)
    {
        for (int i = 0; i < fields.Length; i++)
        {
            Representation field = fields[i];
            if (field is PermutationRepresentation or Irrep or MatrixRepresentation || (i > 0 && field.Equals(fields[i - 1])))
            {
                continue;
            }

            foreach (int h in Subgroup.Whole(field.Group).Generators)
            {
                if (Residual(field.Entries(h), field.Dimension) is double residual && !(residual <= OrthogonalityTolerance))
                {
                    throw new ArgumentException(
                        $"A field of {g} needs a representation by orthogonal matrices; the matrix M of element {h} of '{field}' is not, " +
                        $"M^T M misses the identity by {residual:G2}. Change to an orthonormal basis.",
                        nameof(fields));
                }
            }
        }
    }

    /// <summary>The largest entry of <c>MᵀM − 1</c>.</summary>
    private static double Residual(ReadOnlySpan<double> entries, int dimension)
    {
        double largest = 0;
        for (int i = 0; i < dimension; i++)
        {
            for (int j = i; j < dimension; j++)
            {
                double product = i == j ? -1 : 0;
                for (int row = 0; row < dimension; row++)
                {
                    product += entries[(row * dimension) + i] * entries[(row * dimension) + j];
                }

                largest = Math.Abs(product) <= largest ? largest : Math.Abs(product);
            }
        }

        return largest;
    }
}
