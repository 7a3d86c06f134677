namespace GCnn.Layers;

/// <summary>
/// Nanoseconds for each term of <see cref="RouteModel"/>, as <c>dotnet run -c Release --project benchmarks -- routes fit FILE</c> prints
/// them.
/// </summary>
internal static class RouteCoefficients
{
    /// <summary>For each <see cref="FourierTerm"/>.</summary>
    public static readonly double[] Fourier =
        [7223, 49020, 57610, 64950, 0.7271, 4.298, 0.2996, 40.32, 5.907, 0.1532, 0.6097, 3.1, 0.1511, 0.4981, 115.2, 0.6214];

    /// <summary>For each <see cref="RoutePass"/> and <see cref="ExpandedTerm"/>, through oneDNN.</summary>
    public static readonly double[][] Blocked =
    [
        [30380, 0.01674, 0, 0, 0.3519, 0, 0, 0.0407, 0, 0, 0],
        [95930, 0.03662, 0, 0.06386, 0.6418, 0, 0, 2.001, 0, 0, 0],
        [120700, 0.05357, 0.01518, 0.2049, 1.16, 0, 0, 2.193, 0, 0, 0],
    ];

    /// <summary>The same where libtorch multiplies matrices.</summary>
    public static readonly double[][] ByMatrices =
    [
        [9690, 0.01927, 0, 0, 0.04402, 0.1501, 0.7226, 0.7708, 0, 0, 0],
        [37660, 0.04294, 0, 0, 0.09157, 0.3056, 2.08, 2.932, 0, 0, 6.628],
        [42240, 0.07061, 0, 0, 0.1824, 0.4835, 2.217, 2.341, 0, 0, 55.94],
    ];
}
