namespace GCnn.Groups.Tests;

/// <summary>Two basis vectors of equal length at 60 degrees; twice the Gram matrix.</summary>
internal sealed record HexagonalLattice : Lattice
{
    public static readonly IntegerMatrix SixthTurn = new(0, -1, 1, 1);

    public override string Name => "hexagonal lattice";

    public override IntegerMatrix Gram => new(2, 1, 1, 2);
}
