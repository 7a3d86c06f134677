namespace GCnn.Groups;

/// <content>The operations of <see cref="Representation"/> that keep a permuted basis, with the type to show it.</content>
public abstract partial record PermutationRepresentation
{
    /// <summary>The direct sum, which permutes the basis vectors of each.</summary>
    /// <param name="a">The first summand.</param>
    /// <param name="b">The second summand.</param>
    /// <exception cref="ArgumentException">They represent different groups.</exception>
    public static PermutationRepresentation operator +(PermutationRepresentation a, PermutationRepresentation b) =>
        (PermutationRepresentation)DirectSum(a, b);

    /// <summary>The tensor product, which permutes pairs of basis vectors.</summary>
    /// <param name="other">The second factor.</param>
    /// <exception cref="ArgumentException">They represent different groups.</exception>
    public PermutationRepresentation Tensor(PermutationRepresentation other) =>
        (PermutationRepresentation)base.Tensor(other);

    /// <inheritdoc cref="Representation.Restrict(Subgroup)"/>
    public new PermutationRepresentation Restrict(Subgroup subgroup) => (PermutationRepresentation)base.Restrict(subgroup);

    /// <inheritdoc cref="Representation.Restrict(FiniteGroup, IReadOnlyList{int})"/>
    public new PermutationRepresentation Restrict(FiniteGroup subgroup, IReadOnlyList<int> embedding) =>
        (PermutationRepresentation)base.Restrict(subgroup, embedding);

    /// <inheritdoc cref="Representation.Restrict(Homomorphism)"/>
    public new PermutationRepresentation Restrict(Homomorphism embedding) => (PermutationRepresentation)base.Restrict(embedding);

    /// <inheritdoc cref="Representation.Induce"/>
    public new PermutationRepresentation Induce(Subgroup subgroup) => (PermutationRepresentation)base.Induce(subgroup);
}
