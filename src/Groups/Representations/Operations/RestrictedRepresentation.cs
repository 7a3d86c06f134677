using MathNet.Numerics.LinearAlgebra;

namespace GCnn.Groups;

/// <summary>The restriction <c>h → ρ(φ(h))</c> along a homomorphism, of a representation that does not permute its basis.</summary>
/// <remarks>
/// Made by <see cref="Representation.Restrict(Subgroup)"/>. Equal when the sources, groups and homomorphisms are. Source: [Serre1977],
/// section 7.2.
/// </remarks>
public sealed record RestrictedRepresentation : Representation
{
    private readonly int[] _embedding;

    internal RestrictedRepresentation(Representation source, FiniteGroup subgroup, int[] embedding)
        : base(subgroup)
    {
        Source = source;
        _embedding = embedding;
    }

    /// <summary>The representation <c>ρ</c> of the larger group.</summary>
    public Representation Source { get; }

    /// <summary>The image <c>φ(h)</c> of each element.</summary>
    public IReadOnlyList<int> Embedding => _embedding;

    /// <inheritdoc/>
    public override string Name => NameOf(Source, Group);

    /// <inheritdoc/>
    public override int Dimension => Source.Dimension;

    /// <inheritdoc/>
    public override Matrix<double> Matrix(int g) => Source.Matrix(_embedding[Group.Require(g)]);

    /// <summary>Whether sources, groups and homomorphisms are equal.</summary>
    /// <param name="other">The representation to compare with.</param>
    public bool Equals(RestrictedRepresentation? other) => ReferenceEquals(this, other)
        || (base.Equals(other) && Source.Equals(other.Source) && _embedding.AsSpan().SequenceEqual(other._embedding));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Group, Source, GroupTable.Hash(_embedding));

    /// <summary>Such as <c>irrep 1 restricted to D4{0,4}</c>.</summary>
    internal static string NameOf(Representation source, FiniteGroup subgroup) => $"{source.Operand()} restricted to {subgroup}";

    /// <summary>The images of a homomorphism; refuses any other map and names a pair where the product fails.</summary>
    internal static int[] RequireHomomorphism(FiniteGroup domain, FiniteGroup codomain, IReadOnlyList<int> embedding)
    {
        ArgumentNullException.ThrowIfNull(domain);
        ArgumentNullException.ThrowIfNull(embedding);
        if (embedding.Count != domain.Order)
        {
            throw new ArgumentException(
                $"{domain} has {domain.Order} elements and each needs an image in {codomain}; {embedding.Count} were given.",
                nameof(embedding));
        }

        int[] phi = [.. embedding.Select(codomain.Require)];
        foreach (int a in domain.Generators.Prepend(0))
        {
            for (int h = 0; h < domain.Order; h++)
            {
                (int image, int product) = (phi[domain.Multiply(h, a)], codomain.Multiply(phi[h], phi[a]));
                if (image != product)
                {
                    throw new ArgumentException(
                        $"The map from {domain} to {codomain} is no homomorphism: {h} * {a} goes to {image}, but the images of {h} and " +
                        $"{a} multiply to {product}.",
                        nameof(embedding));
                }
            }
        }

        return phi;
    }
}
