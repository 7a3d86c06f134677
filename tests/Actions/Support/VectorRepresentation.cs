using GCnn.Groups;
using MathNet.Numerics.LinearAlgebra;

namespace GCnn.Actions.Tests;

/// <summary>
/// The point group on coordinates: a representation that permutes nothing, in exact integers. On the square lattice by its own matrices;
/// on the hexagonal one on the cube coordinates <c>(q, r, s)</c>, which it permutes up to signs, so that the matrices are orthogonal.
/// </summary>
internal sealed record VectorRepresentation : Representation
{
    private static readonly LatticePoint[] Cube = [new(1, 0), new(0, 1), new(-1, -1)];

    private readonly PlaneGroup _plane;

    public VectorRepresentation(PlaneGroup plane)
        : base(plane.PointGroup) => _plane = plane;

    public override string Name => "vector";

    public override int Dimension => _plane.Lattice is HexagonalLattice ? 3 : 2;

    public override Matrix<double> Matrix(int g)
    {
        IntegerMatrix m = _plane.Matrix(g);
        return _plane.Lattice is SquareLattice
            ? Matrix<double>.Build.DenseOfArray(new double[,] { { m.A, m.B }, { m.C, m.D } })
            : Matrix<double>.Build.Dense(3, 3, (i, j) => Sign(m.Transpose.Transform(Cube[i]), Cube[j]));
    }

    // Coordinate i of M x is the linear form (row i of the cube) M, which is one of ±q, ±r, ±s.
    private static double Sign(LatticePoint form, LatticePoint coordinate) => form == coordinate ? 1 : form == -coordinate ? -1 : 0;
}
