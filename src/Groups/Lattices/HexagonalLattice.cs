namespace GCnn.Groups;

/// <summary>
/// The hexagonal lattice in axial coordinates: two basis vectors of equal length, the first to the right, the second 60 degrees below
/// it. Twice the Gram matrix is <c>[[2, 1], [1, 2]]</c>.
/// </summary>
/// <remarks>
/// <code>
///         (0,-1)   (1,-1)            X = q, the column        point (q, r) lies at  x = q + r / 2 (right)
///             \     /                Y = r, the row                                 y = r √3 / 2  (down)
///    (-1,0) -- (0,0) -- (1,0)
///             /     \
///        (-1,1)   (0,1)
/// </code>
/// Each point has six nearest neighbours at distance 1. A sixth of a turn anticlockwise takes <c>(1, 0)</c> to <c>(1, −1)</c> and
/// <c>(0, 1)</c> to <c>(1, 0)</c>: the integer matrix <c>[[1, 1], [−1, 0]]</c>. Source: [Hoogeboom2018], section 3.1 (axial coordinates).
/// </remarks>
public sealed record HexagonalLattice : Lattice
{
    /// <inheritdoc/>
    public override string Name => "hexagonal lattice";

    /// <inheritdoc/>
    public override IntegerMatrix Gram => new(2, 1, 1, 2);

    /// <inheritdoc/>
    public override IntegerMatrix Rotation => new(1, 1, -1, 0);

    /// <inheritdoc/>
    public override int Rotations => 6;

    /// <inheritdoc/>
    public override IntegerMatrix LeftRight => new(-1, -1, 0, 1);

    /// <inheritdoc/>
    public override (double X, double Y) Position(double x, double y) => (x + (y / 2), y * Math.Sqrt(0.75));
}
