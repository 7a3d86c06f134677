using MathNet.Numerics.LinearAlgebra;

namespace GCnn.Groups;

/// <summary>The direct sum <c>ρ ⊕ σ ⊕ …</c>, block diagonal, of representations that do not all permute their basis.</summary>
/// <remarks>
/// Made by <see cref="Representation.DirectSum"/>. Equal when the summands are, in order. Source: [Serre1977], section 1.3.
/// </remarks>
public sealed record DirectSumRepresentation : Representation
{
    private readonly Representation[] _summands;

    internal DirectSumRepresentation(Representation[] summands)
        : base(summands[0].Group)
    {
        _summands = [.. summands.SelectMany(s => s is DirectSumRepresentation sum ? sum._summands : [s])];
        Dimension = _summands.Sum(s => s.Dimension);
        Name = NameOf(_summands);
    }

    /// <summary>The summands, none of them a direct sum of this kind.</summary>
    public IReadOnlyList<Representation> Summands => _summands;

    /// <inheritdoc/>
    public override string Name { get; }

    /// <inheritdoc/>
    public override int Dimension { get; }

    /// <inheritdoc/>
    public override Matrix<double> Matrix(int g)
    {
        Matrix<double> matrix = Matrix<double>.Build.Dense(Dimension, Dimension);
        int offset = 0;
        foreach (Representation summand in _summands)
        {
            matrix.SetSubMatrix(offset, offset, summand.Matrix(g));
            offset += summand.Dimension;
        }

        return matrix;
    }

    /// <summary>Whether the summands are equal, in order.</summary>
    /// <param name="other">The representation to compare with.</param>
    public bool Equals(DirectSumRepresentation? other) => ReferenceEquals(this, other)
        || (base.Equals(other) && _summands.AsSpan().SequenceEqual(other._summands));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Group, _summands.Length, _summands[0]);

    /// <summary>The names of the summands, neighbours that are equal counted, such as <c>irrep 0 + 2 irrep 1</c>.</summary>
    internal static string NameOf(IReadOnlyList<Representation> summands)
    {
        List<string> runs = [];
        for (int first = 0, next; first < summands.Count; first = next)
        {
            for (next = first + 1; next < summands.Count && summands[next].Equals(summands[first]);)
            {
                next++;
            }

            runs.Add(next == first + 1 ? summands[first].Name : $"{next - first} {summands[first].Operand()}");
        }

        return string.Join(" + ", runs);
    }
}
