namespace GCnn.Layers;

/// <summary>
/// Which route is faster: times as sums of counts, each with a number of nanoseconds, fitted to measurements (docs/performance.md says on
/// what machine, and how well the model does).
/// </summary>
internal static class RouteModel
{
    private static readonly (RouteFeatures Forward, RouteFeatures Step) Fourier = (
        new(0.0186, 0.072, 0.30, 4.4, 50_000),
        new(0.0570, 0.25, 1.0, 15, 250_000));

    private static readonly (RouteFeatures Forward, RouteFeatures Step) Expanded = (
        new(0.0170, 0, 0.30, 2.0, 30_000),
        new(0.0540, 0, 1.0, 8.0, 120_000));

    /// <summary>Whether the group-Fourier route is the faster one.</summary>
    /// <param name="fourier">What it has to do.</param>
    /// <param name="expanded">What the expanded route has to do.</param>
    /// <param name="gradients">Whether the gradients will be wanted too.</param>
    public static bool PrefersFourier(RouteFeatures fourier, RouteFeatures expanded, bool gradients) => gradients
        ? fourier.Time(Fourier.Step) < expanded.Time(Expanded.Step)
        : fourier.Time(Fourier.Forward) < expanded.Time(Expanded.Forward);
}
