using GCnn.Actions;
using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>
/// The linear map between feature vectors that commutes with the point group: <c>y = A x + b</c> with an intertwiner
/// <c>A ρ_in(g) = ρ_out(g) A</c> and an invariant <c>b = ρ_out(g) b</c>.
/// </summary>
/// <remarks>
/// It is for features without positions, as <see cref="SpatialPooling"/> leaves them. The weights are those of a
/// <see cref="Convolution"/> of 1 x 1, which does the same at every position, so one loads the other's state; the matrix is the expanded
/// filter, <c>C_out x C_in x 1 x 1</c>. <b>Shapes:</b> <c>N x C_in -> N x C_out</c>. Source: [Serre1977], section 2.2; [CohenWelling2017].
/// </remarks>
public sealed partial class EquivariantLinear : ExpandedFilterModule, IGeometric
{
    /// <summary>Builds the layer, with zero biases.</summary>
    /// <param name="inputType">The type of its input.</param>
    /// <param name="outputType">The type of its output.</param>
    /// <param name="bias">Whether to learn one bias for each copy of the trivial representation in the output's fields.</param>
    /// <param name="initialization">How the weights begin; delta-orthogonal is a random matrix <c>A</c> with <c>A Aᵀ = 1</c>.</param>
    /// <param name="generator">The source of the initial weights; the default generator if null.</param>
    /// <exception cref="ArgumentException">
    /// The types have different plane groups or no intertwiner but zero, or the weights cannot begin as asked.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">The initialization is none.</exception>
    public EquivariantLinear(
        FieldType inputType, FieldType outputType, bool bias = true, Initialization initialization = Initialization.He,
        Generator? generator = null)
        : base(
            nameof(EquivariantLinear), inputType, outputType,
            () => FilterExpansion.For(nameof(EquivariantLinear), inputType, outputType, Stencil.Square(1)), bias,
            expansion => Draw(nameof(EquivariantLinear), expansion, initialization, generator)) => RegisterComponents();

    /// <inheritdoc/>
    public LayerGeometry Geometry => new PointwiseGeometry { Preserves = Preserved.Means };

    /// <summary>Applies the map to each vector.</summary>
    /// <param name="input">A tensor <c>N x C_in</c>.</param>
    /// <exception cref="ArgumentException">It has not two axes, or not the channels of the input type.</exception>
    public override Tensor forward(Tensor input)
    {
        FieldShape.RequireVector(input, InputType, GetName());
        using var scope = NewDisposeScope();
        Tensor matrix = Filter().view(OutputType.Channels, InputType.Channels);
        return nn.functional.linear(input, matrix, ExpandedBias()).MoveToOuterDisposeScope();
    }
}
