namespace GCnn.Groups;

/// <summary>Products with the matrices of a representation, which permutation representations do without them.</summary>
internal static class RepresentationAction
{
    /// <summary><c>ρ(g) X</c> for a matrix <c>X</c> of <c>Dimension</c> rows and the given number of columns, row-major.</summary>
    public static double[] Apply(Representation rho, int g, ReadOnlySpan<double> x, int columns)
    {
        if (rho is not PermutationRepresentation permutation)
        {
            return RowMajor.Product(rho.Entries(g), x, rho.Dimension);
        }

        double[] moved = new double[x.Length];
        for (int i = 0; i < rho.Dimension; i++)
        {
            x.Slice(i * columns, columns).CopyTo(moved.AsSpan(permutation.Act(g, i) * columns));
        }

        return moved;
    }

    /// <summary><c>sum += (ρ(g) e_i) vᵀ</c>, where <c>sum</c> has <c>Dimension</c> rows.</summary>
    public static void AddOuter(Representation rho, int g, int i, ReadOnlySpan<double> v, double[] sum)
    {
        if (rho is PermutationRepresentation permutation)
        {
            RowMajor.AddScaled(sum.AsSpan(permutation.Act(g, i) * v.Length, v.Length), 1, v);
            return;
        }

        ReadOnlySpan<double> entries = rho.Entries(g);
        for (int row = 0; row < rho.Dimension; row++)
        {
            RowMajor.AddScaled(sum.AsSpan(row * v.Length, v.Length), entries[(row * rho.Dimension) + i], v);
        }
    }
}
