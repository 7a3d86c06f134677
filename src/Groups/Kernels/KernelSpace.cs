namespace GCnn.Groups;

/// <summary>
/// The space of kernels between two fields that commute with the point group, <c>k(h x) = ρ_out(h) k(x) ρ_in(h)⁻¹</c> for every <c>h</c>, with an
/// orthonormal basis.
/// </summary>
/// <remarks>
/// <para>
/// A kernel is expanded in scalar filters, <c>k(x)[o, i] = Σ_b c[o, i, b] ψ_b(x)</c>. As <c>h</c> acts on the filters by <c>D(h)</c>, the
/// constraint says that the coefficients are an invariant of <c>ρ_out ⊗ ρ_in ⊗ D</c>; so the dimension is
/// <c>(1/|H|) Σ_h χ_out(h) χ_in(h) χ_D(h)</c>, and an orthonormal basis of invariants gives orthonormal kernels. Where a representation
/// permutes its basis the invariants are read off orbits; otherwise they are the range of the Reynolds operator
/// <c>(1/|H|) Σ_h ρ_out(h) ⊗ ρ_in(h) ⊗ D(h)</c>, irrep by irrep. Source: [WeilerCesa2019], equation (2); [Serre1977], section 2.6.
/// </para>
/// <para>
/// On a <see cref="PixelBasis"/> of an exact group the kernels satisfy the constraint on the lattice, exactly where both representations
/// permute. On a <see cref="HarmonicBasis"/> they satisfy it on the plane. Spaces are equal when representations and filters are.
/// </para>
/// </remarks>
public sealed class KernelSpace : IEquatable<KernelSpace>
{
    private readonly KernelTerm[] _terms;

    private KernelSpace(Representation input, Representation output, FilterBasis filters, KernelTerm[] terms, int dimension)
    {
        Input = input;
        Output = output;
        Filters = filters;
        _terms = terms;
        Dimension = dimension;
    }

    /// <summary>The representation of the input field, <c>ρ_in</c>.</summary>
    public Representation Input { get; }

    /// <summary>The representation of the output field, <c>ρ_out</c>.</summary>
    public Representation Output { get; }

    /// <summary>The scalar filters.</summary>
    public FilterBasis Filters { get; }

    /// <summary>The number of basis kernels.</summary>
    public int Dimension { get; }

    /// <summary>The coefficients of the basis kernels that are not zero, kernel by kernel; terms of one place add up.</summary>
    public ReadOnlySpan<KernelTerm> Terms => _terms;

    /// <summary>The kernels between two fields.</summary>
    /// <remarks>
    /// <b>Order.</b> Into a regular field, from a field that permutes its basis, kernel number <c>i B + b</c> of <c>B</c> filters has
    /// <c>ψ_b / √|H|</c> at output element 0 and input index <c>i</c>; the constraint does the rest.
    /// </remarks>
    /// <param name="input">The representation of the input field.</param>
    /// <param name="output">The representation of the output field.</param>
    /// <param name="filters">The scalar filters.</param>
    /// <exception cref="ArgumentException">A representation is of another group than the filters.</exception>
    public static KernelSpace For(Representation input, Representation output, FilterBasis filters)
    {
        Require(input, filters, nameof(input));
        Require(output, filters, nameof(output));
        KernelTerm[] terms = KernelSolver.Solve(input, output, filters, out int dimension);
        return new KernelSpace(input, output, filters, terms, dimension);
    }

    /// <summary>The dimension by characters, <c>(1/|H|) Σ_h χ_out(h) χ_in(h) χ_D(h)</c>, without finding a kernel.</summary>
    /// <param name="input">The representation of the input field.</param>
    /// <param name="output">The representation of the output field.</param>
    /// <param name="filters">The scalar filters.</param>
    /// <exception cref="ArgumentException">A representation is of another group than the filters.</exception>
    public static double DimensionByCharacters(Representation input, Representation output, FilterBasis filters)
    {
        Require(input, filters, nameof(input));
        Require(output, filters, nameof(output));
        int order = filters.Group.Order;
        return Enumerable.Range(0, order).Sum(h => output.Character(h) * input.Character(h) * filters.Character(h)) / order;
    }

    /// <summary>The basis kernels at the stencil's points.</summary>
    /// <remarks><b>Shapes:</b> <c>Dimension x Output.Dimension x Input.Dimension x Stencil.Count</c>, row-major.</remarks>
    public double[] Sample()
    {
        int points = Filters.Stencil.Count;
        double[] samples = new double[checked(Dimension * Output.Dimension * Input.Dimension * points)];
        ReadOnlySpan<double> values = Filters.Values;
        foreach (KernelTerm term in _terms)
        {
            int row = (((term.Kernel * Output.Dimension) + term.Output) * Input.Dimension) + term.Input;
            Span<double> target = samples.AsSpan(row * points, points);
            ReadOnlySpan<double> filter = values.Slice(term.Filter * points, points);
            for (int u = 0; u < points; u++)
            {
                target[u] += term.Value * filter[u];
            }
        }

        return samples;
    }

    /// <summary>Whether both join equal representations by equal filters.</summary>
    /// <param name="other">The space to compare with.</param>
    public bool Equals(KernelSpace? other) => ReferenceEquals(this, other)
        || (other is not null && Input.Equals(other.Input) && Output.Equals(other.Output) && Filters.Equals(other.Filters));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as KernelSpace);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Input, Output, Filters);

    /// <summary>Such as <c>regular -> irrep 1 of p4m: 18 kernels on pixels of a 3 x 3 stencil</c>.</summary>
    public override string ToString() => $"{Input} -> {Output} of {Filters.Group}: {Dimension} kernels on {Filters}";

    private static void Require(Representation representation, FilterBasis filters, string name)
    {
        ArgumentNullException.ThrowIfNull(representation, name);
        ArgumentNullException.ThrowIfNull(filters);
        if (!representation.Group.Equals(filters.Group.PointGroup))
        {
            throw new ArgumentException(
                $"The {name} '{representation}' represents {representation.Group}; filters of {filters.Group} need a representation of its " +
                $"point group {filters.Group.PointGroup}. Build it from PlaneGroup.PointGroup.",
                name);
        }
    }
}
