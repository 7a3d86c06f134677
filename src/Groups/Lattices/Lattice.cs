namespace GCnn.Groups;

/// <summary>A lattice in the plane, known by the lengths and angles of its basis: the Gram matrix <c>G_ij = b_i · b_j</c>.</summary>
/// <remarks>
/// A matrix <c>M</c> in the lattice's basis keeps all distances exactly when <c>Mᵀ G M = G</c>, and this does not change when <c>G</c> is
/// scaled; so every lattice here has an integer Gram matrix and the test is exact. Source: [ITA2016], chapter 1.3 (metric tensor).
/// </remarks>
public abstract record Lattice
{
    private protected Lattice()
    {
    }

    /// <summary>The lattice's name in print.</summary>
    public abstract string Name { get; }

    /// <summary>The Gram matrix of the basis, up to a positive factor.</summary>
    public abstract IntegerMatrix Gram { get; }

    /// <summary>The smallest rotation that keeps the lattice: anticlockwise on screen, by <c>1 / Rotations</c> of a turn.</summary>
    public abstract IntegerMatrix Rotation { get; }

    /// <summary>The number of rotations that keep the lattice: 4 or 6.</summary>
    public abstract int Rotations { get; }

    /// <summary>The reflection that exchanges left and right.</summary>
    public abstract IntegerMatrix LeftRight { get; }

    /// <summary>Where a point of given coordinates lies on screen, in units of the first basis vector; <c>Y</c> grows downwards.</summary>
    /// <param name="x">The first coordinate, not necessarily whole.</param>
    /// <param name="y">The second coordinate.</param>
    public abstract (double X, double Y) Position(double x, double y);

    /// <summary>
    /// The symmetry of the lattice that is this isometry, or null where the isometry moves lattice points off the lattice.
    /// </summary>
    /// <param name="isometry">A rotation or reflection about a lattice point.</param>
    public IntegerMatrix? MatrixOf(RationalIsometry isometry)
    {
        RationalIsometry rotation = isometry.Reflects ? isometry * RationalIsometry.LeftRight : isometry;
        if (rotation.Turn * Rotations % rotation.Turns != 0)
        {
            return null;
        }

        IntegerMatrix matrix = isometry.Reflects ? LeftRight : IntegerMatrix.Identity;
        for (int steps = rotation.Turn * Rotations / rotation.Turns; steps > 0; steps--)
        {
            matrix = Rotation * matrix;
        }

        return matrix;
    }

    /// <summary>Whether a matrix keeps the metric, <c>Mᵀ G M = G</c>.</summary>
    /// <param name="matrix">The matrix <c>M</c> in the lattice's basis.</param>
    public bool IsPreservedBy(IntegerMatrix matrix) => matrix.Transpose * Gram * matrix == Gram;

    /// <summary>The lattice's name.</summary>
    public sealed override string ToString() => Name;
}
