using MathNet.Numerics.LinearAlgebra;

namespace GCnn.Groups;

/// <content>
/// The algebra of representations. Where all operands permute their basis, so does the result, and it then is a
/// <see cref="PermutationRepresentation"/>.
/// </content>
public abstract partial record Representation
{
    /// <summary>The direct sum of two representations; see <see cref="DirectSum"/>.</summary>
    /// <param name="a">The first summand.</param>
    /// <param name="b">The second summand.</param>
    /// <exception cref="ArgumentException">They represent different groups.</exception>
    public static Representation operator +(Representation a, Representation b) => DirectSum(a, b);

    /// <summary>
    /// The direct sum, <c>(ρ ⊕ σ)(g) = diag(ρ(g), σ(g))</c>: the coordinates of each summand after those of the ones before it. Sums of
    /// sums are one sum, and a sum of one is the summand.
    /// </summary>
    /// <remarks>Source: [Serre1977], section 1.3.</remarks>
    /// <param name="summands">At least one representation.</param>
    /// <exception cref="ArgumentException">There are none, or they represent different groups.</exception>
    public static Representation DirectSum(params Representation[] summands)
    {
        ArgumentNullException.ThrowIfNull(summands);
        if (summands.Length == 0)
        {
            throw new ArgumentException("A direct sum needs at least one representation; none were given.", nameof(summands));
        }

        Array.ForEach(summands, summand => ArgumentNullException.ThrowIfNull(summand, nameof(summands)));
        Array.ForEach(summands, summand => summands[0].RequireSameGroup(summand));
        return summands switch
        {
            [Representation only] => only,
            _ when Array.TrueForAll(summands, s => s is PermutationRepresentation) =>
                PermutationOperations.DirectSum([.. summands.Cast<PermutationRepresentation>()]),
            _ => new DirectSumRepresentation(summands),
        };
    }

    /// <summary>
    /// The tensor product, <c>(ρ ⊗ σ)(g) (e_i ⊗ e_j) = ρ(g) e_i ⊗ σ(g) e_j</c>; <c>e_i ⊗ e_j</c> is coordinate <c>i σ.Dimension + j</c>.
    /// </summary>
    /// <remarks>Source: [Serre1977], section 1.5.</remarks>
    /// <param name="other">The second factor, <c>σ</c>.</param>
    /// <exception cref="ArgumentException">They represent different groups.</exception>
    public Representation Tensor(Representation other)
    {
        RequireSameGroup(other);
        return (this, other) is (PermutationRepresentation a, PermutationRepresentation b)
            ? PermutationOperations.Tensor(a, b)
            : new TensorProductRepresentation(this, other);
    }

    /// <summary>The restriction to a subgroup, a representation of <see cref="Subgroup.AsGroup"/>.</summary>
    /// <remarks>Source: [Serre1977], section 7.2.</remarks>
    /// <param name="subgroup">A subgroup of the group.</param>
    /// <exception cref="ArgumentException">It is a subgroup of another group.</exception>
    public Representation Restrict(Subgroup subgroup) => Restrict(Homomorphism.Inclusion(subgroup));

    /// <summary>The restriction to another group, embedded in this one; see <see cref="Restrict(Homomorphism)"/>.</summary>
    /// <param name="subgroup">The group to restrict to.</param>
    /// <param name="embedding">The image of each of its elements.</param>
    /// <exception cref="ArgumentException">It is no homomorphism into the group; the message names the offending pair.</exception>
    public Representation Restrict(FiniteGroup subgroup, IReadOnlyList<int> embedding) =>
        Restrict(Homomorphism.FromImages(subgroup, Group, [.. embedding]));

    /// <summary>
    /// The restriction along a homomorphism <c>φ</c>, <c>(φ* ρ)(h) = ρ(φ(h))</c>: to a subgroup when <c>φ</c> is its inclusion.
    /// </summary>
    /// <remarks>Source: [Serre1977], section 7.2.</remarks>
    /// <param name="embedding">A homomorphism into the group, injective or not.</param>
    /// <exception cref="ArgumentException">It ends in another group.</exception>
    public Representation Restrict(Homomorphism embedding)
    {
        ArgumentNullException.ThrowIfNull(embedding);
        if (!Group.Equals(embedding.Target))
        {
            throw new ArgumentException(
                $"'{this}' represents {Group} of order {Group.Order}, and {embedding.Source} lies in {embedding.Target} of order " +
                $"{embedding.Target.Order}; restriction needs a subgroup of {Group} or a homomorphism into it.",
                nameof(embedding));
        }

        return this is PermutationRepresentation permutation
            ? PermutationOperations.Restrict(permutation, embedding)
            : new RestrictedRepresentation(this, embedding);
    }

    /// <summary>
    /// The induced representation of the larger group. It acts on functions from cosets to vectors: with <c>t_c</c> the smallest element of
    /// coset <c>c</c>, <c>ρ(g) (e_c ⊗ v) = e_(g·c) ⊗ σ(t_(g·c)⁻¹ g t_c) v</c>; <c>e_c ⊗ e_i</c> is coordinate <c>c Dimension + i</c>.
    /// </summary>
    /// <remarks>Induced from the trivial representation it acts as the quotient one. Source: [Serre1977], sections 3.3 and 7.1.</remarks>
    /// <param name="subgroup">A subgroup whose <see cref="Subgroup.AsGroup"/> is this representation's group.</param>
    /// <exception cref="ArgumentException">This represents another group than the subgroup's.</exception>
    public Representation Induce(Subgroup subgroup)
    {
        Induction induction = new(subgroup, Group, $"'{this}'");
        return this is PermutationRepresentation permutation
            ? PermutationOperations.Induce(permutation, induction)
            : new InducedRepresentation(this, induction);
    }

    /// <summary>
    /// The same representation in another orthonormal basis, <c>ρ'(g) = Qᵀ ρ(g) Q</c>: the columns of <c>Q</c> are the new basis
    /// vectors.
    /// </summary>
    /// <param name="basis">The orthogonal matrix <c>Q</c>, <c>Dimension x Dimension</c>.</param>
    /// <exception cref="ArgumentException">Its size is another, or <c>Qᵀ Q</c> misses the identity by more than 1e-9.</exception>
    public Representation ChangeBasis(Matrix<double> basis)
    {
        ConjugatedRepresentation conjugated = new(this, basis);
        return this is PermutationRepresentation permutation && basis.ForAll(entry => entry is 0 or 1)
            ? PermutationOperations.Reorder(permutation, conjugated)
            : conjugated;
    }

    /// <summary>Refuses a representation of another group.</summary>
    internal void RequireSameGroup(Representation other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (!Group.Equals(other.Group))
        {
            throw new ArgumentException(
                $"'{this}' represents {Group} of order {Group.Order}, and '{other}' represents {other.Group} of order " +
                $"{other.Group.Order}; both must represent one group. Restrict the larger group's to the smaller, or induce the other way.",
                nameof(other));
        }
    }

    /// <summary>The name as an operand of a product.</summary>
    internal string Operand() => Name.Contains(" + ", StringComparison.Ordinal) ? $"({Name})" : Name;
}
