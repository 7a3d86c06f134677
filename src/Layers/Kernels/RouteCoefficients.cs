namespace GCnn.Layers;

/// <summary>
/// Nanoseconds for each term of <see cref="RouteModel"/>, as <c>dotnet run -c Release --project benchmarks -- routes fit FILE</c> prints
/// them.
/// </summary>
internal static class RouteCoefficients
{
    /// <summary>For each <see cref="FourierTerm"/>.</summary>
    public static readonly double[] Fourier =
        [9492, 57120, 69630, 73080, 0.814, 1.143, 0.324, 16.34, 4.628, 0.3345, 0.6288, 2.989, 0.1486, 0.5849, 312.2, 0.5136];

    /// <summary>For each <see cref="RoutePass"/> and <see cref="ExpandedTerm"/>, through oneDNN.</summary>
    public static readonly double[][] Blocked =
    [
        [36690, 0.017, 0, 0.04826, 0.2502, 0, 0, 0.2554, 0.3636, 1.026, 0],
        [110500, 0.03869, 0.001284, 0, 0.6628, 0, 0, 1.981, 10.46, 2.121, 0],
        [137400, 0.0572, 0.01896, 0, 1.212, 0, 0, 1.954, 9.806, 2.668, 0],
    ];

    /// <summary>The same where libtorch multiplies matrices.</summary>
    public static readonly double[][] ByMatrices =
    [
        [11500, 0.01914, 0, 0, 0.03348, 0.2722, 0.6155, 1.462, 0.4108, 0.8716, 0],
        [46640, 0.0445, 0, 0, 0.04522, 0.6397, 1.072, 4.306, 34.38, 1.911, 9.267],
        [50510, 0.0707, 0, 0, 0.2026, 0.8885, 0.8339, 3.122, 32.18, 1.994, 55.71],
    ];
}
