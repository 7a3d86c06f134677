namespace GCnn.Groups;

/// <summary>
/// Cubic convolution on a line of samples at whole numbers: the piecewise cubic through the samples that reproduces quadratics.
/// </summary>
/// <remarks>
/// The kernel is that of [Keys1981], with the parameter <c>−1/2</c>:
/// <c>u(t) = 3/2 |t|³ − 5/2 |t|² + 1</c> for <c>|t| ≤ 1</c>, <c>−1/2 |t|³ + 5/2 |t|² − 4 |t| + 2</c> up to 2, and 0 beyond. Its error is of
/// the third order in the distance of samples. A place in the first or last interval lacks one sample; Keys's boundary condition continues
/// the samples by their quadratic, <c>c(−1) = 3 c(0) − 3 c(1) + c(2)</c>. What comes out is that quadratic, as the kernel reproduces it: so
/// the end intervals, and places beyond the last sample, take the quadratic through the last three samples.
/// </remarks>
internal static class CubicConvolution
{
    /// <summary>The number of samples that one value combines.</summary>
    public const int Taps = 4;

    /// <summary>Writes the weights of the samples <c>start, …, start + 3</c> and returns <c>start</c>.</summary>
    /// <remarks>
    /// At the ends fewer than four samples are used and the last weights are 0; of one or two samples it takes the constant or the line.
    /// </remarks>
    /// <param name="place">Where the value is wanted.</param>
    /// <param name="count">The samples are at 0 to <c>count − 1</c>.</param>
    /// <param name="weights">The four weights.</param>
    public static int Weights(double place, int count, Span<double> weights)
    {
        int start = (int)Math.Floor(place) - 1;
        if (start >= 0 && start + Taps <= count)
        {
            Kernel(place - start - 1, weights);
            return start;
        }

        int points = Math.Min(3, count);
        start = place < (count - 1) / 2.0 ? 0 : count - points;
        Lagrange(place - start, points, weights);
        return start;
    }

    /// <summary>The kernel at the distances <c>1 + f, f, 1 − f, 2 − f</c> of the four samples around a place.</summary>
    private static void Kernel(double f, Span<double> weights)
    {
        weights[0] = ((((2 - f) * f) - 1) * f) / 2;
        weights[1] = ((((3 * f) - 5) * f * f) + 2) / 2;
        weights[2] = ((((4 - (3 * f)) * f) + 1) * f) / 2;
        weights[3] = ((f - 1) * f * f) / 2;
    }

    /// <summary>The polynomial of degree <c>points − 1</c> through the samples at 0, …, <c>points − 1</c>.</summary>
    private static void Lagrange(double t, int points, Span<double> weights)
    {
        weights.Clear();
        for (int i = 0; i < points; i++)
        {
            weights[i] = 1;
            for (int j = 0; j < points; j++)
            {
                weights[i] *= i == j ? 1 : (t - j) / (i - j);
            }
        }
    }
}
