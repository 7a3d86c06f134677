using System.Numerics;

namespace GCnn.Groups;

/// <summary>
/// The partial derivatives of a Gaussian, up to an order: convolving with them differentiates the blurred image, so kernels made of them
/// are differential operators, and rotations of the plane by any angle turn those of one order into each other.
/// </summary>
/// <remarks>
/// <para>
/// <b>Which derivatives.</b> Those of order <c>n</c> are spanned by the real and the imaginary parts of <c>(∂x + i ∂y)^m Δ^l G</c> with
/// <c>m + 2l = n</c>, <c>y</c> upwards. With <c>G = exp(−r² / 2σ²)</c> and <c>z = x + i y</c> they are, up to a factor,
/// <c>z^m L_l^(m)(r² / 2σ²) G</c> with the generalised Laguerre polynomials: circular harmonics of frequency <c>m</c>, whose action
/// <see cref="HarmonicBasis"/> states. There are <c>n + 1</c> of order <c>n</c>.
/// </para>
/// <para>
/// Each pair is scaled so that its samples have norm 1, averaged over all rotations. Powers of <c>z</c> are products, so on squares the
/// samples have the lattice's symmetries to the last bit. Source: [JennerWeiler2022], section 3.
/// </para>
/// </remarks>
public sealed class DerivativeBasis : FilterBasis
{
    private readonly CircularHarmonic[] _harmonics;
    private readonly (int Frequency, int Power, double Scale)[] _pairs;
    private readonly double[] _values;

    /// <summary>The derivatives of a Gaussian at the points of a stencil.</summary>
    /// <param name="group">Any plane group, also one beyond the lattice.</param>
    /// <param name="stencil">A stencil closed under the group's elements that keep the lattice.</param>
    /// <param name="maximumOrder">The highest order of a derivative, at least 0; 2 has the gradient, the Laplacian and the Hessian.</param>
    /// <param name="sigma">The Gaussian's standard deviation <c>σ</c> in pixels, above 0.</param>
    /// <exception cref="ArgumentException">The stencil is not closed, or has fewer points than there are derivatives.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The order is negative, or the deviation not above 0 and finite.</exception>
    public DerivativeBasis(PlaneGroup group, Stencil stencil, int maximumOrder = 2, double sigma = 0.8)
        : base(group, stencil)
    {
        (MaximumOrder, Sigma) = (RequireOrder(maximumOrder, stencil), RequireSigma(sigma));
        (double X, double Y)[] points = [.. stencil.DoubledPoints.Select(p => group.Lattice.Position(p.X / 2.0, p.Y / 2.0))];
        _pairs =
        [
            .. from m in Enumerable.Range(0, maximumOrder + 1)
               from l in Enumerable.Range(0, ((maximumOrder - m) / 2) + 1)
               let square = points.Sum(p => Math.Pow(Complex.Abs(Value(m, l, p.X, p.Y)), 2)) * (m == 0 ? 1 : 0.5)
               select (m, l, 1 / Math.Sqrt(square)),
        ];
        _harmonics =
        [
            .. from pair in _pairs
               from sine in Enumerable.Range(0, pair.Frequency == 0 ? 1 : 2)
               select new CircularHarmonic(pair.Frequency, pair.Power, IsSine: sine == 1),
        ];
        double[][] columns = [.. points.Select(p => Evaluate(p.X, p.Y))];
        _values = [.. Enumerable.Range(0, _harmonics.Length).SelectMany(b => columns.Select(column => column[b]))];
    }

    /// <summary>The highest order of a derivative.</summary>
    public int MaximumOrder { get; }

    /// <summary>The Gaussian's standard deviation in pixels.</summary>
    public double Sigma { get; }

    /// <summary>
    /// Which derivative each filter is: of <c>(∂x + i ∂y)^m Δ^l G</c> with <c>m</c> the frequency and <c>l</c> the number of the radial
    /// function the real part, then the imaginary one.
    /// </summary>
    public IReadOnlyList<CircularHarmonic> Harmonics => _harmonics;

    /// <inheritdoc/>
    public override int Count => _harmonics.Length;

    /// <inheritdoc/>
    public override ReadOnlySpan<double> Values => _values;

    /// <inheritdoc/>
    public override IReadOnlyList<IReadOnlyList<int>> Blocks => HarmonicPairs.Blocks(_harmonics);

    /// <summary>The filters at any point of the plane, in pixels from the centre: <c>x</c> to the right, <c>y</c> downwards.</summary>
    /// <param name="x">The distance to the right.</param>
    /// <param name="y">The distance downwards.</param>
    public double[] Evaluate(double x, double y) =>
    [
        .. from pair in _pairs
           let value = pair.Scale * Value(pair.Frequency, pair.Power, x, y)
           from part in pair.Frequency == 0 ? new[] { value.Real } : [value.Real, value.Imaginary]
           select part,
    ];

    /// <inheritdoc/>
    public override double[] Action(int g) => HarmonicPairs.Action(_harmonics, Group.Motion(g));

    /// <inheritdoc/>
    public override double Character(int g) => HarmonicPairs.Character(_harmonics, Group.Motion(g));

    /// <inheritdoc/>
    public override bool Equals(FilterBasis? other) => other is DerivativeBasis derivatives && Group.Equals(other.Group)
        && Stencil.Equals(other.Stencil) && (MaximumOrder, Sigma) == (derivatives.MaximumOrder, derivatives.Sigma);

    /// <summary>The order, the Gaussian and the stencil.</summary>
    public override string ToString() => $"derivatives up to order {MaximumOrder} of a Gaussian of σ = {Sigma} on a {Stencil}";

    /// <summary><c>z^m L_l^(m)(t) exp(−t)</c> with <c>t = r² / 2σ²</c>.</summary>
    private Complex Value(int m, int l, double x, double y)
    {
        double t = ((x * x) + (y * y)) / (2 * Sigma * Sigma);
        Complex power = Complex.One, z = new(x, -y);
        for (int k = 0; k < m; k++)
        {
            power *= z;
        }

        return power * (Laguerre(l, m, t) * Math.Exp(-t));
    }

    /// <summary>By the recurrence <c>(k + 1) L_(k+1) = (2k + 1 + m − t) L_k − (k + m) L_(k−1)</c>.</summary>
    private static double Laguerre(int l, int m, double t)
    {
        (double before, double now) = (0, 1);
        for (int k = 0; k < l; k++)
        {
            (before, now) = (now, ((((2 * k) + 1 + m - t) * now) - ((k + m) * before)) / (k + 1));
        }

        return now;
    }

    private static int RequireOrder(int maximumOrder, Stencil stencil)
    {
        if (maximumOrder < 0)
        {
            throw new ArgumentOutOfRangeException(
                nameof(maximumOrder), $"Derivatives have an order of at least 0; {maximumOrder} was asked for.");
        }

        long count = (maximumOrder + 1L) * (maximumOrder + 2L) / 2;
        return count <= stencil.Count
            ? maximumOrder
            : throw new ArgumentException(
                $"There are {count} derivatives up to order {maximumOrder}, and the {stencil} cannot tell so many apart with " +
                $"{stencil.Count} points. Use a larger stencil or a lower order.",
                nameof(stencil));
    }

    private static double RequireSigma(double sigma) => sigma > 0 && double.IsFinite(sigma)
        ? sigma
        : throw new ArgumentOutOfRangeException(
            nameof(sigma), $"The Gaussian's standard deviation is {sigma} pixels; it must be above 0 and finite.");
}
