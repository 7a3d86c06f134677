namespace GCnn.Layers;

/// <summary>
/// Which route is faster: times as sums of counts, each with a number of nanoseconds, fitted to measurements (docs/performance.md says on
/// what machine, and how well the model chooses). Nothing is measured at run time, so that the same program takes the same routes.
/// </summary>
internal static class RouteModel
{
    /// <summary>Whether the group-Fourier route is the faster one; never for the trivial group, of which it makes nothing less.</summary>
    /// <param name="forward">The convolution.</param>
    /// <param name="transpose">Its transpose.</param>
    /// <param name="shape">The sizes.</param>
    /// <param name="pass">What is wanted.</param>
    /// <param name="threads">The threads that libtorch has.</param>
    public static bool PrefersFourier(
        FieldCorrelation forward, Func<FieldCorrelation> transpose, CorrelationShape shape, RoutePass pass, int threads) =>
        forward.Blocks.Order > 1 && Time(FourierWork.Of(forward, transpose, shape, pass), RouteCoefficients.Fourier)
        < Time(
            ExpandedWork.Of(forward, shape, threads),
            (ExpandedWork.IsByMatrices(forward, shape, threads) ? RouteCoefficients.ByMatrices : RouteCoefficients.Blocked)[(int)pass]);

    private static double Time(double[] counts, double[] nanoseconds) => counts.Zip(nanoseconds, (count, each) => count * each).Sum();
}
