using GCnn.Groups;
using MathNet.Numerics.LinearAlgebra;

namespace GCnn.Actions.Tests;

/// <summary>The point group's own matrices: a representation that permutes nothing, in exact integers.</summary>
internal sealed record VectorRepresentation : Representation
{
    private readonly PlaneGroup _plane;

    public VectorRepresentation(PlaneGroup plane)
        : base(plane.PointGroup) => _plane = plane;

    public override string Name => "vector";

    public override int Dimension => 2;

    public override Matrix<double> Matrix(int g)
    {
        IntegerMatrix m = _plane.Matrix(g);
        return Matrix<double>.Build.DenseOfArray(new double[,] { { m.A, m.B }, { m.C, m.D } });
    }
}
