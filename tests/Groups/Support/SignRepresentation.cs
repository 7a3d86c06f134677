using MathNet.Numerics.LinearAlgebra;

namespace GCnn.Groups.Tests;

/// <summary>The determinant of a plane group's point elements: a representation that permutes nothing.</summary>
internal sealed record SignRepresentation : Representation
{
    private readonly PlaneGroup _plane;

    public SignRepresentation(PlaneGroup plane)
        : base(plane.PointGroup) => _plane = plane;

    public override string Name => "sign";

    public override int Dimension => 1;

    public override Matrix<double> Matrix(int g) => Matrix<double>.Build.Dense(1, 1, _plane.Determinant(g));
}
