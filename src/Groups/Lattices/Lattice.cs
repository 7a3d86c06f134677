namespace GCnn.Groups;

/// <summary>A lattice in the plane, known by the lengths and angles of its basis: the Gram matrix <c>G_ij = b_i · b_j</c>.</summary>
/// <remarks>
/// A matrix <c>M</c> in the lattice's basis keeps all distances exactly when <c>Mᵀ G M = G</c>, and this does not change when <c>G</c> is
/// scaled; so every lattice here has an integer Gram matrix and the test is exact. Source: [ITA2016], chapter 1.3 (metric tensor).
/// </remarks>
public abstract record Lattice
{
    /// <summary>The lattice's name in print.</summary>
    public abstract string Name { get; }

    /// <summary>The Gram matrix of the basis, up to a positive factor.</summary>
    public abstract IntegerMatrix Gram { get; }

    /// <summary>Whether a matrix keeps the metric, <c>Mᵀ G M = G</c>.</summary>
    /// <param name="matrix">The matrix <c>M</c> in the lattice's basis.</param>
    public bool IsPreservedBy(IntegerMatrix matrix) => matrix.Transpose * Gram * matrix == Gram;

    /// <summary>The lattice's name.</summary>
    public sealed override string ToString() => Name;
}
