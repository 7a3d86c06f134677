namespace GCnn.Groups;

/// <summary>
/// Finitely many scalar filters <c>ψ_b</c> on a stencil whose span every element of the point group keeps:
/// <c>ψ_b(g⁻¹ x) = Σ_b' D(g)_{b'b} ψ_b'(x)</c> with an orthogonal representation <c>D</c>.
/// </summary>
/// <remarks>
/// Kernels between fields are expanded in such filters (<see cref="KernelSpace"/>). <see cref="PixelBasis"/> serves the symmetries of the
/// lattice, exactly; <see cref="HarmonicBasis"/> serves every rotation of the plane. Source: [WeilerCesa2019], section 2.4; [FreemanAdelson1991]
/// (steerable filters).
/// </remarks>
public abstract class FilterBasis : IEquatable<FilterBasis>
{
    private protected FilterBasis(PlaneGroup group, Stencil stencil)
    {
        ArgumentNullException.ThrowIfNull(group);
        ArgumentNullException.ThrowIfNull(stencil);
        stencil.RequireClosedUnder(group);
        Group = group;
        Stencil = stencil;
    }

    /// <summary>The plane group under which the span is closed.</summary>
    public PlaneGroup Group { get; }

    /// <summary>The points at which the filters are sampled.</summary>
    public Stencil Stencil { get; }

    /// <summary>The number of filters.</summary>
    public abstract int Count { get; }

    /// <summary>The filters at the stencil's points, in the stencil's order.</summary>
    /// <remarks><b>Shapes:</b> <c>Count x Stencil.Count</c>, row-major.</remarks>
    public abstract ReadOnlySpan<double> Values { get; }

    /// <summary>The sets of filters that are closed under the group by themselves; together they are all.</summary>
    public abstract IReadOnlyList<IReadOnlyList<int>> Blocks { get; }

    /// <summary>The basis that fits a group: pixels where every element keeps the lattice, circular harmonics otherwise.</summary>
    /// <param name="group">The plane group.</param>
    /// <param name="stencil">A stencil closed under the group's elements that keep the lattice.</param>
    /// <exception cref="ArgumentException">The stencil is not closed.</exception>
    public static FilterBasis For(PlaneGroup group, Stencil stencil)
    {
        ArgumentNullException.ThrowIfNull(group);
        return PixelBasis.Serves(group) ? new PixelBasis(group, stencil) : new HarmonicBasis(group, stencil);
    }

    /// <summary>The matrix <c>D(g)</c>.</summary>
    /// <remarks><b>Shapes:</b> <c>Count x Count</c>, row-major.</remarks>
    /// <param name="g">An element of the point group.</param>
    /// <exception cref="ArgumentOutOfRangeException">The group has no such element.</exception>
    public abstract double[] Action(int g);

    /// <summary>The character <c>tr D(g)</c>.</summary>
    /// <param name="g">An element of the point group.</param>
    /// <exception cref="ArgumentOutOfRangeException">The group has no such element.</exception>
    public abstract double Character(int g);

    /// <summary>Whether both consist of the same filters for the same group.</summary>
    /// <param name="other">The basis to compare with.</param>
    public abstract bool Equals(FilterBasis? other);

    /// <inheritdoc/>
    public sealed override bool Equals(object? obj) => Equals(obj as FilterBasis);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Group, Stencil, Count);
}
