using MathNet.Numerics.LinearAlgebra;

namespace GCnn.Groups;

public sealed partial record Irrep
{
    private double[][]? _endomorphisms;

    /// <summary>
    /// A basis, over the real numbers, of the matrices that commute with every <c>ρ(g)</c>: <c>1</c>; <c>1, J</c> with <c>J² = −1</c>; or
    /// <c>1, I, J, K</c> with <c>I² = J² = −1</c> and <c>K = I J = −J I</c>, by the type.
    /// </summary>
    /// <remarks>
    /// <b>Shapes:</b> each <c>Dimension x Dimension</c>. They are orthogonal matrices, and orthogonal to each other in the Frobenius
    /// product. Source: [Serre1977], section 13.2.
    /// </remarks>
    public IReadOnlyList<Matrix<double>> Endomorphisms =>
        [.. EndomorphismEntries.Select(e => Matrix<double>.Build.DenseOfRowMajor(Dimension, Dimension, e))];

    /// <summary>The entries of <see cref="Endomorphisms"/>, row-major, made once.</summary>
    internal IReadOnlyList<double[]> EndomorphismEntries => _endomorphisms ??= FindEndomorphisms();

    /// <summary>
    /// Antisymmetric ones are the means of <c>ρ(g) (e_i e_0ᵀ − e_0 e_iᵀ) ρ(g)ᵀ</c>: an antisymmetric <c>S ≠ 0</c> that commutes is
    /// injective, so it moves <c>e_0</c> and is not orthogonal to all of them. Symmetric ones are multiples of 1.
    /// </summary>
    private double[][] FindEndomorphisms()
    {
        double[] one = RowMajor.Identity(Dimension);
        double[] i = Type == IrrepType.Real ? one : Antisymmetric([]);
        return Type switch
        {
            IrrepType.Real => [one],
            IrrepType.Complex => [one, i],
            _ => Quaternions(one, i, Antisymmetric([i])),
        };
    }

    private double[][] Quaternions(double[] one, double[] i, double[] j) => [one, i, j, RowMajor.Product(i, j, Dimension)];

    /// <summary>
    /// The first mean of which enough is left after those that are known, of square −1. No norm is exactly <c>1/e</c> of another, so that
    /// rounding does not choose.
    /// </summary>
    private double[] Antisymmetric(double[][] known)
    {
        double[][] left = [.. Enumerable.Range(1, Dimension - 1).Select(i => Mean(i, known))];
        double[] norms = Array.ConvertAll(left, mean => RowMajor.Dot(mean, mean));
        int first = Array.FindIndex(norms, norm => norm > norms.Max() / Math.E);
        RowMajor.Scale(left[first], Math.Sqrt(Dimension / norms[first]));
        RowMajor.Snap(left[first]);
        return left[first];
    }

    private double[] Mean(int i, double[][] known)
    {
        double[] mean = new double[Dimension * Dimension];
        for (int g = 0; g < Group.Order; g++)
        {
            ReadOnlySpan<double> rho = Entries(g);
            for (int x = 0; x < Dimension; x++)
            {
                for (int y = 0; y < Dimension; y++)
                {
                    double first = rho[(x * Dimension) + i] * rho[y * Dimension];
                    double second = rho[x * Dimension] * rho[(y * Dimension) + i];
                    mean[(x * Dimension) + y] += (first - second) / Group.Order;
                }
            }
        }

        foreach (double[] earlier in known)
        {
            RowMajor.AddScaled(mean, -RowMajor.Dot(mean, earlier) / Dimension, earlier);
        }

        return mean;
    }
}
