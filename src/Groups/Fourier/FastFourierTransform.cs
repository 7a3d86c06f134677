namespace GCnn.Groups;

/// <summary>
/// The fast Fourier transform of functions on <c>C_n</c> or <c>D_n</c>: the coefficients of <see cref="GroupFourierTransform"/>, in the
/// same order, by about <c>n log n</c> operations; for <c>n</c> = 1, 2 and 4 these are additions only.
/// </summary>
/// <remarks>
/// On <c>D_n</c> it is the transforms of the rotations, <c>x[j] = f(r^j)</c>, and of the reflections, <c>y[j] = f(r^j s)</c>. For a
/// frequency <c>k</c> with <c>X = a + ib</c> and <c>Y = c + id</c>, and <c>ρ(s) = diag(1, −1)</c>,
/// <c>Σ f(g) ρ(g) = [[a + c, d − b], [b + d, a − c]]</c>: four additions. Source: [Terras1999]; [CooleyTukey1965].
/// </remarks>
public sealed class FastFourierTransform
{
    private readonly double[] _weights;

    private FastFourierTransform(FiniteGroup group, IReadOnlyList<Irrep> irreps)
    {
        Group = group;
        Program = FourierProgram.Of(group, irreps);
        Adjoint = Program.Transpose();
        _weights = [.. irreps.SelectMany(irrep => Enumerable.Repeat(
            (double)irrep.Dimension / group.Order, irrep.Dimension * irrep.Dimension / (int)irrep.Type))];
    }

    /// <summary>The group.</summary>
    public FiniteGroup Group { get; }

    /// <summary>The program of the transform <c>T</c>, from the values <c>f(g)</c> to the coefficients; it runs on rows, too.</summary>
    public StraightLineProgram Program { get; }

    /// <summary>The program of <c>Tᵀ</c>, with as many operations; the inverse is <c>T⁻¹ = Tᵀ diag(Weights)</c>.</summary>
    public StraightLineProgram Adjoint { get; }

    /// <summary>
    /// For each coefficient <c>d / |G|</c>, with <c>d</c> the dimension of its irrep: <c>Σ_g f(g)² = Σ_i Weights[i] F[i]²</c>.
    /// </summary>
    public IReadOnlyList<double> Weights => _weights;

    /// <summary>The multiplications of one transform by numbers other than 0 and ±1.</summary>
    public int Multiplications => Program.Multiplications;

    /// <summary>The additions and subtractions of one transform.</summary>
    public int Additions => Program.Additions;

    /// <summary>The fast transform on a group whose elements are ordered as those of <c>C_n</c> or <c>D_n</c>.</summary>
    /// <param name="group">The group.</param>
    /// <exception cref="ArgumentException">It is another group; for those there is <see cref="GroupFourierTransform"/>.</exception>
    public static FastFourierTransform Of(FiniteGroup group)
    {
        IReadOnlyList<Irrep> irreps = Irreps.Of(group);
        return irreps[0].Frequency is not null
            ? new FastFourierTransform(group, irreps)
            : throw new ArgumentException(
                $"{group} has no fast Fourier transform here: its table is not that of FiniteGroup.Cyclic or FiniteGroup.Dihedral. " +
                "GroupFourierTransform.Of serves every group.",
                nameof(group));
    }

    /// <summary>The coefficients of a function. The spans may be one and the same, and nothing is allocated.</summary>
    /// <param name="values">The values <c>f(g)</c>, <c>|G|</c> of them.</param>
    /// <param name="coefficients">Where the <c>|G|</c> coefficients go, in the order of <see cref="GroupFourierTransform.Blocks"/>.</param>
    /// <exception cref="ArgumentException">A span has another length than <c>|G|</c>.</exception>
    public void Forward(ReadOnlySpan<double> values, Span<double> coefficients) => Program.Apply(values, coefficients);

    /// <inheritdoc cref="Forward(ReadOnlySpan{double}, Span{double})"/>
    public void Forward(ReadOnlySpan<float> values, Span<float> coefficients) => Program.Apply(values, coefficients);

    /// <summary>The function with given coefficients. The spans may be one and the same, and nothing is allocated.</summary>
    /// <param name="coefficients">The <c>|G|</c> coefficients.</param>
    /// <param name="values">Where the values <c>f(g)</c> go.</param>
    /// <exception cref="ArgumentException">A span has another length than <c>|G|</c>.</exception>
    public void Inverse(ReadOnlySpan<double> coefficients, Span<double> values)
    {
        RequireLengths(coefficients.Length, values.Length);
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = _weights[i] * coefficients[i];
        }

        Adjoint.Apply(values, values);
    }

    /// <inheritdoc cref="Inverse(ReadOnlySpan{double}, Span{double})"/>
    public void Inverse(ReadOnlySpan<float> coefficients, Span<float> values)
    {
        RequireLengths(coefficients.Length, values.Length);
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = (float)_weights[i] * coefficients[i];
        }

        Adjoint.Apply(values, values);
    }

    /// <summary>The group and the counts, such as <c>D4, 8 -> 8: 0 multiplications, 20 additions</c>.</summary>
    public override string ToString() => $"{Group}, {Program}";

    private void RequireLengths(int coefficients, int values)
    {
        if (coefficients != Group.Order || values != Group.Order)
        {
            throw new ArgumentException(
                $"A function on {Group} has {Group.Order} values and as many coefficients; {coefficients} coefficients and room for " +
                $"{values} values were given.",
                nameof(coefficients));
        }
    }
}
