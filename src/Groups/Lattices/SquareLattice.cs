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
}
