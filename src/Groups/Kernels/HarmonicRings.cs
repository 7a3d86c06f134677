namespace GCnn.Groups;

/// <summary>The Gaussian rings on which circular harmonics live: their radii and width in pixels, and a bound on the frequencies.</summary>
/// <remarks>
/// <para>
/// Width and cutoff weigh expressiveness against the error of sampling: how far the response to a turned image is from the turned
/// response. For C8 and plane waves of 0.8 radians a pixel, turned by 45 degrees, on a 7 x 7 square (of 49 filters at most):
/// </para>
/// <code>
/// width   cutoff 1       cutoff 2       cutoff 3
/// 0.45    16   0.023     28   0.047     40   0.094
/// 0.60    16   0.118     28   0.156     40   0.184     number of filters, relative error of the responses
/// 0.75    16   0.208     28   0.270     40   0.307
/// </code>
/// <para>
/// Wide rings are cut off by the square's corners. The table is measured by a test. Source: [WeilerCesa2019], section 2.4 and appendix H
/// (Gaussian radial profiles).
/// </para>
/// </remarks>
public sealed record HarmonicRings
{
    /// <summary>Far beyond any stencil; without a bound the frequencies of a ring could not be tried one by one.</summary>
    private const double MaximumRadius = 10_000;

    private readonly double[] _radii;

    /// <summary>Rings of given radii.</summary>
    /// <param name="radii">The radii in pixels, from 0 to 10,000, growing.</param>
    /// <param name="width">The standard deviation of each ring's Gaussian in pixels, above 0 and finite.</param>
    /// <param name="cutoff">A ring of radius <c>ρ</c> bears frequencies up to <c>cutoff · ρ</c>, rounded down; at most π, the rate of sampling.</param>
    /// <exception cref="ArgumentException">There are no radii, or they do not grow from 0 to at most 10,000.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Width or cutoff is out of its range.</exception>
    public HarmonicRings(IEnumerable<double> radii, double width = DefaultWidth, double cutoff = DefaultCutoff)
    {
        ArgumentNullException.ThrowIfNull(radii);
        _radii = [.. radii];
        if (_radii is not ([>= 0, ..] and [.., <= MaximumRadius]) || !_radii.Zip(_radii.Skip(1), (a, b) => a < b).All(grows => grows))
        {
            throw new ArgumentException(
                $"Rings have radii that grow from 0 or more to at most {MaximumRadius} pixels; these are [{string.Join(", ", _radii)}].",
                nameof(radii));
        }

        bool hasWidth = width > 0 && double.IsFinite(width);
        if (!hasWidth || cutoff is not (>= 0 and <= Math.PI))
        {
            throw new ArgumentOutOfRangeException(
                hasWidth ? nameof(cutoff) : nameof(width),
                $"Rings have a finite width above 0 and a cutoff from 0 to π; they were given a width of {width} and a cutoff of {cutoff}. " +
                "A ring of radius ρ crosses about 2πρ pixels, which cannot tell frequencies above πρ from lower ones.");
        }

        (Width, Cutoff) = (width, cutoff);
    }

    /// <summary>The default <see cref="Width"/>: narrow enough that the outermost ring keeps clear of the corners of a square.</summary>
    public const double DefaultWidth = 0.45;

    /// <summary>The default <see cref="Cutoff"/>, two thirds of the rate of sampling.</summary>
    public const double DefaultCutoff = 2;

    /// <summary>The radii in pixels, growing.</summary>
    public IReadOnlyList<double> Radii => _radii;

    /// <summary>The standard deviation of the Gaussians in pixels.</summary>
    public double Width { get; }

    /// <summary>The highest frequency per pixel of radius.</summary>
    public double Cutoff { get; }

    /// <summary>Rings one pixel apart, out to the edge of a stencil.</summary>
    /// <param name="stencil">The stencil.</param>
    public static HarmonicRings For(Stencil stencil)
    {
        ArgumentNullException.ThrowIfNull(stencil);
        int doubled = Math.Max(stencil.Rows, stencil.Columns) - 1;
        return new HarmonicRings(Enumerable.Range(0, (doubled / 2) + 1).Select(k => (doubled % 2 / 2.0) + k));
    }

    /// <summary>The height of a ring's profile at a distance from the centre, <c>exp(−(r − ρ)² / 2σ²)</c>.</summary>
    /// <param name="ring">The number of a ring, its place in <see cref="Radii"/>.</param>
    /// <param name="distance">The distance <c>r</c> in pixels.</param>
    public double Profile(int ring, double distance)
    {
        double away = (distance - _radii[ring]) / Width;
        return Math.Exp(-away * away / 2);
    }

    /// <summary>The highest frequency on a ring, <c>⌊Cutoff · ρ⌋</c>.</summary>
    /// <param name="ring">The number of a ring.</param>
    public int MaximumFrequency(int ring) => (int)Math.Floor((Cutoff * _radii[ring]) + 1e-9);

    /// <summary>Whether both have the same radii, width and cutoff.</summary>
    /// <param name="other">The rings to compare with.</param>
    public bool Equals(HarmonicRings? other) =>
        other is not null && Width == other.Width && Cutoff == other.Cutoff && _radii.AsSpan().SequenceEqual(other._radii);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_radii.Length, _radii[^1], Width, Cutoff);

    /// <summary>The radii, such as <c>rings 0, 1, 2</c>.</summary>
    public override string ToString() => $"rings {string.Join(", ", _radii)}";
}
