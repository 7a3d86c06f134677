namespace GCnn.Groups;

/// <summary>
/// The square lattice of image pixels: two orthogonal basis vectors of length 1, right and down. Gram matrix <c>[[1, 0], [0, 1]]</c>.
/// </summary>
public sealed record SquareLattice : Lattice
{
    /// <inheritdoc/>
    public override string Name => "square lattice";

    /// <inheritdoc/>
    public override IntegerMatrix Gram => IntegerMatrix.Identity;

    /// <inheritdoc/>
    public override IntegerMatrix Rotation => new(0, 1, -1, 0);

    /// <inheritdoc/>
    public override int Rotations => 4;

    /// <inheritdoc/>
    public override IntegerMatrix LeftRight => new(-1, 0, 0, 1);

    /// <inheritdoc/>
    public override (double X, double Y) Position(double x, double y) => (x, y);
}
