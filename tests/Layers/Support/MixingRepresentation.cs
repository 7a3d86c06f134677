using GCnn.Groups;
using MathNet.Numerics.LinearAlgebra;

namespace GCnn.Layers.Tests;

/// <summary>The point group on vectors of the plane by its own matrices: a representation that mixes channels and changes signs.</summary>
internal sealed record MixingRepresentation(PlaneGroup Plane) : Representation(Plane.PointGroup)
{
    public override string Name => "mixing";

    public override int Dimension => 2;

    public static FieldType Type(PlaneGroup g) => FieldType.Of(g, new MixingRepresentation(g));

    public override Matrix<double> Matrix(int g)
    {
        IntegerMatrix m = Plane.Matrix(g);
        return Matrix<double>.Build.DenseOfRowArrays([m.A, m.B], [m.C, m.D]);
    }
}
