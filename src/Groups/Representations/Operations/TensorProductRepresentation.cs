using MathNet.Numerics.LinearAlgebra;

namespace GCnn.Groups;

/// <summary>The tensor product <c>ρ ⊗ σ</c>, by Kronecker products, of representations that do not both permute their basis.</summary>
/// <remarks>Made by <see cref="Representation.Tensor"/>. Equal when both factors are. Source: [Serre1977], section 1.5.</remarks>
public sealed record TensorProductRepresentation : Representation
{
    internal TensorProductRepresentation(Representation first, Representation second)
        : base(first.Group)
    {
        First = first;
        Second = second;
    }

    /// <summary>The factor <c>ρ</c>.</summary>
    public Representation First { get; }

    /// <summary>The factor <c>σ</c>.</summary>
    public Representation Second { get; }

    /// <inheritdoc/>
    public override string Name => NameOf(First, Second);

    /// <inheritdoc/>
    public override int Dimension => First.Dimension * Second.Dimension;

    /// <inheritdoc/>
    public override Matrix<double> Matrix(int g) => First.Matrix(g).KroneckerProduct(Second.Matrix(g));

    /// <summary>Such as <c>regular x (trivial + sign)</c>.</summary>
    internal static string NameOf(Representation first, Representation second) => $"{first.Operand()} x {second.Operand()}";
}
