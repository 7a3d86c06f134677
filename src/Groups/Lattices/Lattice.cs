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
        (long steps, long rest) = Math.DivRem((long)rotation.Turn * Rotations, rotation.Turns);
        if (rest != 0)
        {
            return null;
        }

        IntegerMatrix matrix = isometry.Reflects ? LeftRight : IntegerMatrix.Identity;
        for (; steps > 0; steps--)
        {
            matrix = Rotation * matrix;
        }

        return matrix;
    }

    /// <summary>Whether a matrix keeps the metric, <c>Mᵀ G M = G</c>.</summary>
    /// <param name="matrix">The matrix <c>M</c> in the lattice's basis.</param>
    public bool IsPreservedBy(IntegerMatrix matrix) => IsMultipliedBy(matrix, 1);

    /// <summary>The lattice's name.</summary>
    public sealed override string ToString() => Name;

    /// <summary>Whether a matrix multiplies the metric by a factor, <c>Mᵀ G M = factor · G</c>; no number overflows.</summary>
    internal bool IsMultipliedBy(IntegerMatrix matrix, Int128 factor)
    {
        (LatticePoint first, LatticePoint second) = (new(matrix.A, matrix.C), new(matrix.B, matrix.D));
        return Inner(first, first) == factor * Gram.A
            && Inner(first, second) == factor * Gram.B
            && Inner(second, second) == factor * Gram.D;
    }

    /// <summary>The inner product <c>pᵀ G q</c>.</summary>
    private Int128 Inner(LatticePoint p, LatticePoint q) =>
        ((Int128)Gram.A * p.X * q.X) + (Gram.B * (((Int128)p.X * q.Y) + ((Int128)p.Y * q.X))) + ((Int128)Gram.D * p.Y * q.Y);
}
