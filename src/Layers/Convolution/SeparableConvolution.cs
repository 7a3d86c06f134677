using GCnn.Groups;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>
/// The separable convolution: one scalar filter for each field in the plane (<see cref="PlanarConvolution"/>), then a 1 x 1 convolution
/// that mixes fields and, over the group, their orientations: <c>out = P Σ_u diag(w(u)) in(x + u) + b</c> with an intertwiner <c>P</c>.
/// </summary>
/// <remarks>
/// Between regular fields it has <c>k² + C_out</c> weights for each input field and <c>k² + C_in</c> multiplications for each position and
/// channel, where the full convolution has <c>k²</c> times <c>C_out</c> and <c>C_in</c>.
/// Filters of scalar fields are invariant, and a 1 x 1 convolution gives scalars no orientation: lift scalars with a
/// <see cref="Convolution"/> first. <b>Shapes:</b> those of <see cref="Convolution"/>.
/// Source: [LengyelVanGemert2021], section 3.2; [Howard2017], section 3.1, between plain channels.
/// </remarks>
public sealed partial class SeparableConvolution : EquivariantModule, IGeometric
{
    private readonly PlanarConvolution planar;
    private readonly Convolution pointwise;

    /// <summary>Builds both convolutions, with zero biases after the second.</summary>
    /// <param name="inputType">The type of its input.</param>
    /// <param name="outputType">The type of its output.</param>
    /// <param name="stencil">The points at which filters have weights, closed under the group's elements that keep the lattice.</param>
    /// <param name="stride">The step between outputs in pixels, at least 1.</param>
    /// <param name="padding">Pixels added on each side, at least 0.</param>
    /// <param name="dilation">The distance in pixels between neighbouring points of the stencil, at least 1.</param>
    /// <param name="bias">Whether to learn one bias for each copy of the trivial representation in the output's fields.</param>
    /// <param name="paddingMode">What the added pixels hold.</param>
    /// <param name="initialization">How the weights of both begin; outputs have twice the mean square of inputs with He's.</param>
    /// <param name="generator">The source of the initial weights; the default generator if null.</param>
    /// <exception cref="ArgumentException">
    /// The types have different plane groups or no intertwiner but zero, the stencil is not closed under the group, on hexagons its centre
    /// lies between cells or the added cells are not zeros, or the weights cannot begin as asked.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// Stride, padding or dilation is too small, or the padding mode or the initialization is none.
    /// </exception>
    public SeparableConvolution(
        FieldType inputType, FieldType outputType, Stencil stencil, int stride = 1, int padding = 0, int dilation = 1, bool bias = true,
        PaddingModes paddingMode = PaddingModes.Zeros, Initialization initialization = Initialization.He, Generator? generator = null)
        : this(
            inputType, outputType, Windows.For(nameof(SeparableConvolution), inputType, stencil, stride, padding, dilation, paddingMode),
            null, bias, initialization, generator)
    {
    }

    /// <summary>Builds both convolutions, of which the first has filters made of given ones.</summary>
    /// <param name="inputType">The type of its input.</param>
    /// <param name="outputType">The type of its output.</param>
    /// <param name="filters">The scalar filters, of the types' plane group.</param>
    /// <param name="stride">The step between outputs in pixels, at least 1.</param>
    /// <param name="padding">Pixels added on each side, at least 0.</param>
    /// <param name="dilation">The distance in pixels between neighbouring points of the stencil, at least 1.</param>
    /// <param name="bias">Whether to learn one bias for each copy of the trivial representation in the output's fields.</param>
    /// <param name="paddingMode">What the added pixels hold.</param>
    /// <param name="initialization">How the weights of both begin; outputs have twice the mean square of inputs with He's.</param>
    /// <param name="generator">The source of the initial weights; the default generator if null.</param>
    /// <exception cref="ArgumentException">
    /// Types and filters have different plane groups, the types have no intertwiner but zero, or the weights cannot begin as asked.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// Stride, padding or dilation is too small, or the padding mode or the initialization is none.
    /// </exception>
    public SeparableConvolution(
        FieldType inputType, FieldType outputType, FilterBasis filters, int stride = 1, int padding = 0, int dilation = 1, bool bias = true,
        PaddingModes paddingMode = PaddingModes.Zeros, Initialization initialization = Initialization.He, Generator? generator = null)
        : this(
            inputType, outputType, Windows.For(nameof(SeparableConvolution), inputType, filters, stride, padding, dilation, paddingMode),
            filters, bias, initialization, generator)
    {
    }

    private SeparableConvolution(
        FieldType inputType, FieldType outputType, Windows windows, FilterBasis? filters, bool bias, Initialization initialization,
        Generator? generator)
        : base(nameof(SeparableConvolution), inputType, outputType)
    {
        planar = new PlanarConvolution(inputType, windows, filters, initialization, generator);
        pointwise = new Convolution(
            inputType, outputType, Stencil.Square(1), bias: bias, initialization: initialization, generator: generator);
        RegisterComponents();
    }

    /// <summary>The first convolution, in the plane.</summary>
    public PlanarConvolution Planar => planar;

    /// <summary>The second convolution, over fields and the group.</summary>
    public Convolution Pointwise => pointwise;

    /// <inheritdoc/>
    public LayerGeometry Geometry => new SequenceGeometry([planar, pointwise]);

    /// <summary>Applies both convolutions.</summary>
    /// <param name="input">A tensor of the input type.</param>
    /// <exception cref="ArgumentException">The tensor is not of the input type, or smaller than the stencil.</exception>
    public override Tensor forward(Tensor input)
    {
        RequireInput(input);
        using Tensor filtered = planar.call(input);
        return pointwise.call(filtered);
    }
}
