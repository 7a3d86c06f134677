namespace GCnn.Layers;

/// <summary>
/// Which route is faster: times as sums of counts, each with a number of nanoseconds, fitted to measurements (docs/performance.md says on
/// what machine, and how well the model does).
/// </summary>
internal static class RouteModel
{
    /// <summary>The advantage that the model must promise: its errors are about as large.</summary>
    private const double Margin = 0.75;

    private static readonly (RouteFeatures Forward, RouteFeatures Step) Fourier = (
        new(0.0232, 0.0984, 0.436, 9.98, 7_185),
        new(0.0896, 0.471, 2.30, 21.9, 56_237));

    private static readonly (RouteFeatures Forward, RouteFeatures Step) Expanded = (
        new(0.0262, 0, 0.0782, 1.19, 10_903),
        new(0.0899, 0, 0.505, 2.84, 67_175));

    /// <summary>Whether the group-Fourier route is the faster one.</summary>
    /// <param name="fourier">What it has to do.</param>
    /// <param name="expanded">What the expanded route has to do.</param>
    /// <param name="gradients">Whether the gradients will be wanted too.</param>
    public static bool PrefersFourier(RouteFeatures fourier, RouteFeatures expanded, bool gradients) => gradients
        ? fourier.Time(Fourier.Step) < Margin * expanded.Time(Expanded.Step)
        : fourier.Time(Fourier.Forward) < Margin * expanded.Time(Expanded.Forward);
}
