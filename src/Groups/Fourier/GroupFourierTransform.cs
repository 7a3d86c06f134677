using MathNet.Numerics.LinearAlgebra;

namespace GCnn.Groups;

/// <summary>
/// The Fourier transform of real functions on a finite group, over its real irreps: <c>F(ρ) = Σ_g f(g) ρ(g)</c>. It turns convolution into
/// products of small matrices and translation into products by <c>ρ(g)</c>.
/// </summary>
/// <remarks>
/// <para>
/// With <c>d</c> the dimension and <c>m</c> the value of the type of <c>ρ</c>, the inverse is
/// <c>f(g) = 1/|G| Σ_ρ (d / m) tr(ρ(g)ᵀ F(ρ))</c> and Plancherel's formula <c>Σ f(g)² = 1/|G| Σ_ρ (d / m) ‖F(ρ)‖²</c>. The weight is
/// <c>d / m</c> since, over the complex numbers, an irrep of complex type is two different ones of dimension <c>d / 2</c>, and one of
/// quaternionic type is one of <c>d / 2</c> that the trace counts double.
/// </para>
/// <para>
/// Coefficients are kept as <see cref="FourierBlock"/> says, <c>|G|</c> numbers in all. This is the definition, for any group, in
/// <c>|G|²</c> operations; for <c>C_n</c> and <c>D_n</c> there is <see cref="FastFourierTransform"/>.
/// Source: [Serre1977], section 6.2; [Terras1999].
/// </para>
/// </remarks>
public sealed class GroupFourierTransform
{
    private readonly double[] _rows;

    private GroupFourierTransform(FiniteGroup group)
    {
        Group = group;
        Blocks = [.. FourierBlocks(Irreps.Of(group))];
        _rows = Rows();
    }

    /// <summary>The group.</summary>
    public FiniteGroup Group { get; }

    /// <summary>The block of each irrep, in the order of <see cref="Irreps.Of"/>.</summary>
    public IReadOnlyList<FourierBlock> Blocks { get; }

    /// <summary>
    /// The transform as an orthogonal matrix <c>U</c>, each coefficient times the root of its weight. It takes the regular representation
    /// to blocks: <c>U regular(g) Uᵀ</c> is block-diagonal with <c>ρ(g)</c>, <see cref="FourierBlock.Columns"/> times for each <c>ρ</c>.
    /// </summary>
    /// <remarks><b>Shapes:</b> <c>|G| x |G|</c>; row = coefficient, column = element. A new matrix at each call.</remarks>
    public Matrix<double> Orthonormal()
    {
        Matrix<double> matrix = Matrix<double>.Build.DenseOfRowMajor(Group.Order, Group.Order, _rows);
        foreach (FourierBlock block in Blocks)
        {
            for (int row = block.Offset; row < block.Offset + block.Length; row++)
            {
                matrix.SetRow(row, matrix.Row(row) * Math.Sqrt(block.Weight));
            }
        }

        return matrix;
    }

    /// <summary>The transform of a group.</summary>
    /// <param name="group">The group.</param>
    public static GroupFourierTransform Of(FiniteGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        return new GroupFourierTransform(group);
    }

    /// <summary>The coefficients of a function.</summary>
    /// <param name="values">The values <c>f(g)</c>, in the order of the elements.</param>
    /// <exception cref="ArgumentException">There are not <c>|G|</c> values.</exception>
    public FourierCoefficients Forward(ReadOnlySpan<double> values)
    {
        RequireLength(values.Length, "values", nameof(values));
        return new FourierCoefficients(this, RowMajor.Product(_rows, values, Group.Order));
    }

    /// <summary>The function with given coefficients.</summary>
    /// <param name="coefficients">Coefficients on the same group.</param>
    /// <exception cref="ArgumentException">They are of a function on another group.</exception>
    public double[] Inverse(FourierCoefficients coefficients)
    {
        RequireGroup(coefficients, nameof(coefficients));
        double[] weighted = coefficients.Values.ToArray();
        foreach (FourierBlock block in Blocks)
        {
            foreach (ref double value in weighted.AsSpan(block.Offset, block.Length))
            {
                value *= block.Weight;
            }
        }

        return RowMajor.TransposedProduct(_rows, weighted, Group.Order);
    }

    /// <summary>The convolution <c>(f * h)(g) = Σ_x f(x) h(x⁻¹ g)</c>, by way of the coefficients, whose matrices multiply.</summary>
    /// <param name="f">The values of <c>f</c>.</param>
    /// <param name="h">The values of <c>h</c>.</param>
    /// <exception cref="ArgumentException">There are not <c>|G|</c> values.</exception>
    public double[] Convolve(ReadOnlySpan<double> f, ReadOnlySpan<double> h) => Inverse(Forward(f) * Forward(h));

    /// <summary>Given numbers as coefficients, such as those of <see cref="FastFourierTransform"/>.</summary>
    /// <param name="values">The <c>|G|</c> numbers.</param>
    /// <exception cref="ArgumentException">There are not <c>|G|</c> of them.</exception>
    public FourierCoefficients Coefficients(ReadOnlySpan<double> values)
    {
        RequireLength(values.Length, "coefficients", nameof(values));
        return new FourierCoefficients(this, values.ToArray());
    }

    /// <summary>The group's name.</summary>
    public override string ToString() => $"Fourier transform on {Group}";

    /// <summary>Refuses coefficients of another group.</summary>
    internal void RequireGroup(FourierCoefficients coefficients, string parameter)
    {
        ArgumentNullException.ThrowIfNull(coefficients, parameter);
        if (!Group.Equals(coefficients.Transform.Group))
        {
            throw new ArgumentException(
                $"These are coefficients of a function on {coefficients.Transform.Group}; those of one on {Group} are needed.",
                parameter);
        }
    }

    private static IEnumerable<FourierBlock> FourierBlocks(IReadOnlyList<Irrep> irreps)
    {
        int offset = 0;
        foreach (Irrep irrep in irreps)
        {
            FourierBlock block = new(irrep, offset);
            offset += block.Length;
            yield return block;
        }
    }

    /// <summary>The matrix of the transform: row = coefficient, column = element.</summary>
    private double[] Rows()
    {
        int order = Group.Order;
        double[] rows = new double[order * order];
        double[] column = new double[order];
        for (int g = 0; g < order; g++)
        {
            foreach (FourierBlock block in Blocks)
            {
                block.Compress(block.Irrep.Entries(g), column.AsSpan(block.Offset, block.Length));
            }

            for (int row = 0; row < order; row++)
            {
                rows[(row * order) + g] = column[row];
            }
        }

        return rows;
    }

    private void RequireLength(int given, string what, string parameter)
    {
        if (given != Group.Order)
        {
            throw new ArgumentException(
                $"A function on {Group} has {Group.Order} {what}, as many as there are elements; {given} were given.", parameter);
        }
    }
}
