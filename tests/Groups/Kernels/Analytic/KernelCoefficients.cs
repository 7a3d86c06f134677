namespace GCnn.Groups.Tests;

/// <summary>Kernels as vectors of their coefficients, <c>kernels x (output x input x filters)</c>.</summary>
internal sealed record KernelCoefficients(double[][] Kernels)
{
    public static KernelCoefficients Of(Representation input, FilterBasis filters, Representation output, IReadOnlyList<KernelTerm> terms)
    {
        int count = terms.Count == 0 ? 0 : terms[^1].Kernel + 1;
        double[][] kernels = [.. Enumerable.Range(0, count).Select(_ => new double[output.Dimension * input.Dimension * filters.Count])];
        foreach (KernelTerm t in terms)
        {
            kernels[t.Kernel][(((t.Output * input.Dimension) + t.Input) * filters.Count) + t.Filter] += t.Value;
        }

        return new(kernels);
    }

    public int Dimension => Kernels.Length;

    /// <summary>The largest deviation of the Gram matrix from the identity.</summary>
    public double Skewness() => Enumerable.Range(0, Dimension).Max(
        a => Enumerable.Range(0, a + 1).Max(b => Math.Abs(Dot(Kernels[a], Kernels[b]) - (a == b ? 1 : 0))), 0);

    /// <summary>The largest norm of the part of a kernel that the orthonormal kernels of another space do not span.</summary>
    public double OutsideOf(KernelCoefficients space) => Kernels.Max(
        kernel =>
        {
            double[] rest = [.. kernel];
            foreach (double[] unit in space.Kernels)
            {
                double along = Dot(rest, unit);
                for (int i = 0; i < rest.Length; i++)
                {
                    rest[i] -= along * unit[i];
                }
            }

            return Math.Sqrt(Dot(rest, rest));
        },
        0);

    private static double Dot(double[] a, double[] b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }
}

/// <summary>Maxima that are allowed to be over nothing.</summary>
file static class Maxima
{
    public static double Max<T>(this IEnumerable<T> source, Func<T, double> value, double ofNothing) =>
        source.Select(value).Append(ofNothing).Max();
}
