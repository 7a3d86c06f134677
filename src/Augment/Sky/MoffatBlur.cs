namespace GCnn.Augment;

/// <summary>
/// Blur by a Moffat function, <c>(1 + r²/α²)^−β</c> with <c>α = FWHM / (2 √(2^(1/β) − 1))</c>: a core with the wings of the atmosphere.
/// </summary>
/// <remarks>
/// It is cut off at a radius of four times the FWHM; the light beyond, <c>(1 + r²/α²)^(1−β)</c> of the whole (1 % for <c>β = 2.5</c>), goes
/// back to the kernel when that is normalised. Large <c>β</c> tend to a Gaussian; 4.765 is that of turbulence. Source: [Moffat1969].
/// </remarks>
public sealed record MoffatBlur : PointSpreadBlur
{
    /// <summary>Blur by a Moffat function.</summary>
    /// <param name="fwhm">The range of the FWHM in pixels, uniform.</param>
    /// <param name="beta">The exponent <c>β</c>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The range reaches outside 0 to 64, or the exponent is not above 1.</exception>
    public MoffatBlur(Interval fwhm, double beta = 2.5)
        : base(fwhm) => Beta = beta;

    /// <summary>The exponent <c>β</c>, above 1 because otherwise the light has no sum, and at most 100.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The exponent is not above 1 or above 100.</exception>
    public double Beta
    {
        get;
        init => field = value is > 1 and <= 100
            ? value
            : throw new ArgumentOutOfRangeException(
                nameof(Beta),
                $"The exponent of a Moffat function is above 1 and at most 100; it was given as {value}. Skies " +
                "have 2.5 to 5.");
    }

    private protected override IEnumerable<PointSpreadKernel> Kernels(double fwhm)
    {
        double alpha = fwhm / (2 * Math.Sqrt(Math.Pow(2, 1 / Beta) - 1));
        return [PointSpreadKernel.Round((int)Math.Ceiling(4 * fwhm), r2 => Math.Pow(1 + (r2 / alpha / alpha), -Beta))];
    }
}
