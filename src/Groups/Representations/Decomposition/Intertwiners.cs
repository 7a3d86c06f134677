using MathNet.Numerics.LinearAlgebra;

namespace GCnn.Groups;

/// <summary>
/// The space of intertwiners from <c>ρ</c> to <c>σ</c>: the matrices with <c>A ρ(g) = σ(g) A</c> for every <c>g</c>, which are the
/// equivariant linear maps. Its dimension is <c>⟨χ_ρ, χ_σ⟩ = Σ m_i a_i b_i</c> over the irreps, with types <c>m_i</c> and
/// multiplicities <c>a_i, b_i</c>.
/// </summary>
/// <remarks>
/// By Schur's lemma: each pair of a copy of an irrep in <c>ρ</c> and one in <c>σ</c>, with each endomorphism of the irrep, gives one basis
/// element <c>S E Tᵀ / √d</c>. Source: [Serre1977], section 2.2; [CohenWelling2017].
/// </remarks>
public sealed class Intertwiners : IEquatable<Intertwiners>
{
    private readonly double[][] _basis;

    private Intertwiners(Representation source, Representation target, double[][] basis)
    {
        Source = source;
        Target = target;
        _basis = basis;
    }

    /// <summary>The representation <c>ρ</c>.</summary>
    public Representation Source { get; }

    /// <summary>The representation <c>σ</c>.</summary>
    public Representation Target { get; }

    /// <summary>The number of free parameters of an equivariant linear map.</summary>
    public int Dimension => _basis.Length;

    /// <summary>An orthonormal basis, <c>tr AᵀB = 0</c> or 1.</summary>
    /// <remarks><b>Shapes:</b> each <c>Target.Dimension x Source.Dimension</c>. New matrices at each call.</remarks>
    public IReadOnlyList<Matrix<double>> Basis => [.. _basis.Select(ToMatrix)];

    /// <summary>Finds the space.</summary>
    /// <param name="source">The representation <c>ρ</c>.</param>
    /// <param name="target">The representation <c>σ</c>.</param>
    /// <exception cref="ArgumentException">They represent different groups.</exception>
    public static Intertwiners Between(Representation source, Representation target)
    {
        ArgumentNullException.ThrowIfNull(source);
        source.RequireSameGroup(target);
        IsotypicDecomposition from = IsotypicDecomposition.Of(source);
        IsotypicDecomposition to = source.Equals(target) ? from : IsotypicDecomposition.Of(target);
        return new Intertwiners(
            source,
            target,
            [
                .. from b in to.Blocks
                   from a in @from.Blocks
                   where a.Irrep.Index == b.Irrep.Index
                   from endomorphism in a.Irrep.EndomorphismEntries
                   select Sandwich(to, b, endomorphism, @from, a),
            ]);
    }

    /// <summary>The basis element <c>A_k</c>, row-major, without a copy.</summary>
    /// <remarks><b>Shapes:</b> <c>Target.Dimension x Source.Dimension</c>.</remarks>
    /// <param name="k">Its number, from 0 to <c>Dimension − 1</c>.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such basis element.</exception>
    public ReadOnlySpan<double> Entries(int k) => (uint)k < (uint)Dimension
        ? _basis[k]
        : throw new ArgumentOutOfRangeException(
            nameof(k), $"{this}: there is no basis element {k}; the space has {Dimension} dimensions, numbered from 0.");

    /// <summary>
    /// The intertwiner nearest to a matrix, <c>Σ_k ⟨A_k, M⟩ A_k</c>: its mean <c>1/|G| Σ σ(g) M ρ(g)ᵀ</c> over the group.
    /// </summary>
    /// <param name="matrix">A matrix <c>M</c>, <c>Target.Dimension x Source.Dimension</c>.</param>
    /// <exception cref="ArgumentException">Its size is another.</exception>
    public Matrix<double> Project(Matrix<double> matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        if (matrix.RowCount != Target.Dimension || matrix.ColumnCount != Source.Dimension)
        {
            throw new ArgumentException(
                $"{this} are {Target.Dimension} x {Source.Dimension} matrices; this one is {matrix.RowCount} x {matrix.ColumnCount}.",
                nameof(matrix));
        }

        double[] entries = matrix.ToRowMajorArray();
        double[] projection = new double[entries.Length];
        foreach (double[] element in _basis)
        {
            RowMajor.AddScaled(projection, RowMajor.Dot(element, entries), element);
        }

        return ToMatrix(projection);
    }

    /// <summary>Whether both are the intertwiners between the same representations.</summary>
    /// <param name="other">The space to compare with.</param>
    public bool Equals(Intertwiners? other) => other is not null && Source.Equals(other.Source) && Target.Equals(other.Target);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Intertwiners);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Source, Target);

    /// <summary>Both representations, such as <c>intertwiners of D4 from regular to trivial</c>.</summary>
    public override string ToString() => $"intertwiners of {Source.Group} from {Source} to {Target}";

    /// <summary><c>S E Tᵀ / √d</c>, of the columns <c>S</c> and <c>T</c> of two blocks.</summary>
    private static double[] Sandwich(
        IsotypicDecomposition to, IsotypicBlock b, double[] endomorphism, IsotypicDecomposition from, IsotypicBlock a)
    {
        int d = a.Irrep.Dimension;
        double[] left = RowMajor.Product(Columns(to, b), endomorphism, d);
        RowMajor.Scale(left, 1 / Math.Sqrt(d));
        return RowMajor.Product(left, RowMajor.Transpose(Columns(from, a), from.Representation.Dimension), d);
    }

    private static double[] Columns(IsotypicDecomposition decomposition, IsotypicBlock block)
    {
        int n = decomposition.Representation.Dimension;
        int d = block.Irrep.Dimension;
        double[] columns = new double[n * d];
        for (int row = 0; row < n; row++)
        {
            decomposition.BasisEntries.Slice((row * n) + block.Offset, d).CopyTo(columns.AsSpan(row * d));
        }

        return columns;
    }

    private Matrix<double> ToMatrix(double[] entries) =>
        Matrix<double>.Build.DenseOfRowMajor(Target.Dimension, Source.Dimension, entries);
}
