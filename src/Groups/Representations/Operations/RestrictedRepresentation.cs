using MathNet.Numerics.LinearAlgebra;

namespace GCnn.Groups;

/// <summary>The restriction <c>h → ρ(φ(h))</c> along a homomorphism, of a representation that does not permute its basis.</summary>
/// <remarks>
/// Made by <see cref="Representation.Restrict(Homomorphism)"/>. Equal when sources and homomorphisms are. Source: [Serre1977], section 7.2.
/// </remarks>
public sealed record RestrictedRepresentation : Representation
{
    internal RestrictedRepresentation(Representation source, Homomorphism embedding)
        : base(embedding.Source)
    {
        Source = source;
        Embedding = embedding;
    }

    /// <summary>The representation <c>ρ</c> of the larger group.</summary>
    public Representation Source { get; }

    /// <summary>The homomorphism <c>φ</c> into the larger group.</summary>
    public Homomorphism Embedding { get; }

    /// <inheritdoc/>
    public override string Name => NameOf(Source, Embedding);

    /// <inheritdoc/>
    public override int Dimension => Source.Dimension;

    /// <inheritdoc/>
    public override Matrix<double> Matrix(int g) => Source.Matrix(Embedding[g]);

    /// <summary>Such as <c>irrep 1 restricted to D4{0,4}</c>.</summary>
    internal static string NameOf(Representation source, Homomorphism embedding) => $"{source.Operand()} restricted to {embedding.Source}";
}
