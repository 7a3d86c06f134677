using GCnn.Groups;

namespace GCnn.Layers;

/// <summary>
/// Anti-aliased pooling with a Gaussian blur: weights proportional to <c>exp(−|u|² / 2σ²)</c> that sum to 1, then subsampling. For fields
/// of every kind; added pixels count as zeros.
/// </summary>
/// <remarks>
/// <c>|u|²</c> is a multiple of 1/4 on squares and <c>q² + q r + r²</c> on hexagons, computed in integers, so pixels of one orbit have the
/// same weight to the last bit. On squares the weights are the outer square of a row. It commutes with the point group where
/// <see cref="BinomialPooling"/> does. <b>Shapes:</b> as <see cref="MaxPooling"/>. Source: [Zhang2019]; [WeilerCesa2019].
/// </remarks>
public sealed class GaussianPooling : BlurPooling
{
    /// <summary>Builds the layer.</summary>
    /// <param name="type">The type of its input and output, of any representations.</param>
    /// <param name="sigma">The blur's standard deviation <c>σ</c> in pixels, above 0.</param>
    /// <param name="stride">The step between outputs, at least 1.</param>
    /// <param name="kernelSize">
    /// The side of the window in pixels; <c>2 round(3σ) + 1</c>, which cuts at three standard deviations, if null. Odd on hexagons.
    /// </param>
    /// <param name="padding">Pixels added on each side; half the kernel size, rounded down, if null.</param>
    /// <exception cref="ArgumentException">The size is even on hexagons.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public GaussianPooling(FieldType type, double sigma = 0.66, int stride = 2, int? kernelSize = null, int? padding = null)
        : base(nameof(GaussianPooling), type, kernelSize ?? SizeFor(sigma), stride, padding) =>
        Sigma = RequireSigma(sigma);

    /// <summary>The blur's standard deviation in pixels.</summary>
    public double Sigma { get; }

    /// <inheritdoc/>
    private protected override double[] RowWeights() =>
        Normalised(Enumerable.Range(0, KernelSize).Select(i => (2 * i) - KernelSize + 1).Select(twice => Gaussian(twice * twice / 4.0)));

    /// <inheritdoc/>
    private protected override double[] HexagonWeights()
    {
        int radius = KernelSize / 2;
        HexagonalDomain window = new(radius);
        return Normalised(
            from r in Enumerable.Range(-radius, KernelSize)
            from q in Enumerable.Range(-radius, KernelSize)
            select window.Contains(new LatticePoint(q, r)) ? Gaussian((q * q) + (q * r) + (r * r)) : 0);
    }

    private static double[] Normalised(IEnumerable<double> weights)
    {
        double[] values = [.. weights];
        double sum = values.Sum();
        return Array.ConvertAll(values, weight => weight / sum);
    }

    private static int SizeFor(double sigma) => (2 * (int)Math.Round(3 * RequireSigma(sigma))) + 1;

    private static double RequireSigma(double sigma) => sigma > 0 && sigma < 1000
        ? sigma
        : throw new ArgumentOutOfRangeException(
            nameof(sigma),
            $"{nameof(GaussianPooling)}: the standard deviation is {sigma} pixels; it must be above 0 and below 1000. Without a blur, " +
            "stride a convolution.");

    private double Gaussian(double squaredLength) => Math.Exp(-squaredLength / (2 * Sigma * Sigma));
}
