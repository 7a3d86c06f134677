namespace GCnn.Augment;

/// <summary>Blur by a Gaussian, <c>exp(−r² / 2σ²)</c> with <c>σ = FWHM / (2 √(2 ln 2))</c>, cut off at <c>4σ</c>.</summary>
/// <remarks>
/// It is the product of its profiles along rows and columns, and is applied as two convolutions of one row and one column.
/// </remarks>
public sealed record GaussianBlur : PointSpreadBlur
{
    /// <summary>Blur by a Gaussian.</summary>
    /// <param name="fwhm">The range of the FWHM in pixels, uniform.</param>
    /// <exception cref="ArgumentOutOfRangeException">The range reaches outside 0 to 64.</exception>
    public GaussianBlur(Interval fwhm)
        : base(fwhm)
    {
    }

    private protected override IEnumerable<PointSpreadKernel> Kernels(double fwhm)
    {
        double sigma = fwhm / (2 * Math.Sqrt(2 * Math.Log(2)));
        int radius = (int)Math.Ceiling(4 * sigma);
        double Profile(int x) => Math.Exp(-0.5 * (x / sigma) * (x / sigma));
        return [PointSpreadKernel.Row(radius, Profile), PointSpreadKernel.Column(radius, Profile)];
    }
}
