namespace GCnn.Groups;

/// <summary>
/// Circular harmonics on Gaussian rings, <c>R(r) cos(m φ)</c> and <c>R(r) sin(m φ)</c>: filters that every rotation and reflection of the plane
/// turns into each other in closed form, band-limited against aliasing.
/// </summary>
/// <remarks>
/// <para>
/// <b>Action.</b> A rotation by <c>τ</c> turns the pair of frequency <c>m</c> by <c>[[cos mτ, −sin mτ], [sin mτ, cos mτ]]</c>, a reflection
/// <c>φ → τ − φ</c> by <c>[[cos mτ, sin mτ], [sin mτ, −cos mτ]]</c>. Polar angles are anticlockwise on screen.
/// </para>
/// <para>
/// <b>Orthonormality</b> is in the inner product <c>⟨f, f'⟩ = Σ_u mean_θ f(R_θ u) f'(R_θ u)</c>, the sum over the stencil's points averaged over
/// all rotations, for which the action is orthogonal and different frequencies are orthogonal.
/// </para>
/// <para>
/// <b>Band limit.</b> A ring of radius <c>ρ</c> bears frequencies up to <c>Cutoff · ρ</c> and, for SO(2) and O(2), up to twice the fields' highest.
/// Going up in frequency and outwards in radius, a pair is left out when its samples are, up to a tenth of their norm, a
/// combination of those before it: it would be their alias. Source: [WeilerCesa2019], section 2.4 and appendix H.
/// </para>
/// </remarks>
public sealed class HarmonicBasis : FilterBasis
{
    private readonly HarmonicSampling _sampling;
    private readonly CircularHarmonic[] _harmonics;

    /// <summary>The harmonics on the rings that fit a stencil.</summary>
    /// <param name="group">Any plane group, also one beyond the lattice.</param>
    /// <param name="stencil">A stencil closed under the group's elements that keep the lattice.</param>
    /// <param name="rings">The rings; <see cref="HarmonicRings.For"/> the stencil if null.</param>
    /// <exception cref="ArgumentException">The stencil is not closed.</exception>
    public HarmonicBasis(PlaneGroup group, Stencil stencil, HarmonicRings? rings = null)
        : base(group, stencil)
    {
        Rings = rings ?? HarmonicRings.For(stencil);
        _sampling = new HarmonicSampling(group, stencil, Rings);
        _harmonics = [.. _sampling.Harmonics];
    }

    /// <summary>The rings.</summary>
    public HarmonicRings Rings { get; }

    /// <summary>Which harmonic each filter is: by frequency, then radial function, the cosine before the sine.</summary>
    public IReadOnlyList<CircularHarmonic> Harmonics => _harmonics;

    /// <inheritdoc/>
    public override int Count => _harmonics.Length;

    /// <inheritdoc/>
    public override ReadOnlySpan<double> Values => _sampling.Values;

    /// <inheritdoc/>
    public override IReadOnlyList<IReadOnlyList<int>> Blocks => HarmonicPairs.Blocks(_harmonics);

    /// <summary>The filters at any point of the plane, in pixels from the centre: <c>x</c> to the right, <c>y</c> downwards.</summary>
    /// <param name="x">The distance to the right.</param>
    /// <param name="y">The distance downwards.</param>
    public double[] Evaluate(double x, double y) => _sampling.Evaluate(x, y);

    /// <inheritdoc/>
    public override double[] Action(int g) => HarmonicPairs.Action(_harmonics, Group.Motion(g));

    /// <inheritdoc/>
    public override double Character(int g) => HarmonicPairs.Character(_harmonics, Group.Motion(g));

    /// <inheritdoc/>
    public override bool Equals(FilterBasis? other) => other is HarmonicBasis harmonic
        && Group.Equals(other.Group) && Stencil.Equals(other.Stencil) && Rings.Equals(harmonic.Rings);

    /// <summary>The number of harmonics, the rings and the stencil.</summary>
    public override string ToString() => $"{Count} circular harmonics on {Rings} of a {Stencil}";
}
