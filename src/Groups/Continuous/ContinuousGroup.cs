namespace GCnn.Groups;

/// <summary>
/// A continuous group of isometries of the plane that fix a point: the rotations, <see cref="SO2"/>, or rotations and reflections,
/// <see cref="O2"/>. Its irreps are counted by frequency, and <c>C_n</c> or <c>D_n</c> sits in it for every <c>n</c>.
/// </summary>
/// <remarks>Source: [WeilerCesa2019].</remarks>
public abstract record ContinuousGroup
{
    private protected ContinuousGroup()
    {
    }

    /// <summary>The rotations, SO(2).</summary>
    public static SpecialOrthogonalGroup SO2 { get; } = new();

    /// <summary>Rotations and reflections, O(2).</summary>
    public static OrthogonalGroup O2 { get; } = new();

    /// <summary>The group's name in print, such as <c>SO(2)</c>.</summary>
    public abstract string Name { get; }

    /// <summary>Whether the group holds the reflections <c>r(α) s</c>.</summary>
    public abstract bool HasReflections { get; }

    /// <summary>The trivial irrep, <c>ρ(g) = 1</c>.</summary>
    public ContinuousIrrep Trivial => Irrep(0);

    /// <summary>
    /// The irrep of a frequency: for <c>k = 0</c> the trivial one, for <c>k ≥ 1</c> the two-dimensional one in which <c>r(α)</c> turns by
    /// <c>kα</c>.
    /// </summary>
    /// <param name="frequency">The frequency <c>k</c>, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="frequency"/> is negative.</exception>
    public ContinuousIrrep Irrep(int frequency) => new(this, frequency, Parity.Even);

    /// <summary>Every irrep up to a frequency, in growing order of frequency; of two of frequency 0 the trivial one comes first.</summary>
    /// <param name="maximumFrequency">The largest frequency, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maximumFrequency"/> is negative.</exception>
    public abstract IReadOnlyList<ContinuousIrrep> Irreps(int maximumFrequency);

    /// <summary>The subgroup with <c>n</c> equally spaced rotations: <c>C_n</c> in SO(2), <c>D_n</c> in O(2).</summary>
    /// <param name="n">The number of rotations, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="n"/> is less than 1.</exception>
    public abstract FiniteGroup Finite(int n);

    /// <summary>
    /// The element of this group that an element of <see cref="Finite"/> is: <c>r^j ↦ r(2πj / n)</c> and <c>r^j s ↦ r(2πj / n) s</c>.
    /// </summary>
    /// <param name="n">The number of rotations, at least 1.</param>
    /// <param name="g">An element of <c>Finite(n)</c>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="n"/> is less than 1, or there is no such element.</exception>
    public PlanarIsometry Element(int n, int g)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1);
        int order = HasReflections ? 2 * n : n;
        if ((uint)g >= (uint)order)
        {
            throw new ArgumentOutOfRangeException(
                nameof(g),
                $"{Name}: its subgroup with {n} rotations has no element {g}; the {order} elements are numbered 0 to {order - 1}.");
        }

        return new PlanarIsometry(Math.Tau * (g % n) / n, g >= n);
    }

    /// <summary>The functions on the group without frequencies above a bound, on which it acts by <c>(L_g f)(x) = f(g⁻¹ x)</c>.</summary>
    /// <param name="maximumFrequency">The largest frequency <c>K</c>, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maximumFrequency"/> is negative.</exception>
    public BandLimitedRegular BandLimitedRegular(int maximumFrequency) => new(this, maximumFrequency);

    /// <summary>The group's name.</summary>
    public sealed override string ToString() => Name;

    /// <summary>Returns the element, or says that it is not of this group.</summary>
    internal PlanarIsometry Require(PlanarIsometry isometry) => HasReflections || !isometry.IsReflection
        ? isometry
        : throw new ArgumentException(
            $"{Name} holds rotations only and not the reflection {isometry}. Was a representation of {O2} meant?", nameof(isometry));
}
