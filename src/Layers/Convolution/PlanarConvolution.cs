using GCnn.Groups;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>
/// The convolution of each channel with a scalar filter of its own, <c>out_i(x) = Σ_u w_i(u) in_i(x + u)</c>, which mixes positions and
/// leaves channels apart. Each field has one filter, which turns with the field's channels: <c>w_(g·i)(g u) = w_i(u)</c>.
/// </summary>
/// <remarks>
/// A regular field has a free filter; a quotient field <c>H/K</c> one that <c>K</c> leaves as it is; a scalar field, and any field whose
/// representation does not permute its channels, one that all of <c>H</c> leaves as it is.
/// It is half of a <see cref="SeparableConvolution"/>. To mix the orientations of a field but not fields, use a <see cref="Convolution"/>
/// with as many groups as fields.
/// <b>Shapes:</b> <c>N x C x H x W -> N x C x H' x W'</c>, with the sizes of <see cref="Convolution"/>; the expanded filter is
/// <c>C x 1 x rows x columns</c>. Source: [LengyelVanGemert2021], section 3.2.
/// </remarks>
public sealed partial class PlanarConvolution : ExpandedFilterModule, IGeometric
{
    private readonly Windows _windows;

    /// <summary>
    /// Builds the convolution. He's weights keep the mean square here, <c>σ² = 1 / points</c>: no ReLU is meant to follow at once.
    /// </summary>
    /// <param name="type">The type of its input and of its output.</param>
    /// <param name="stencil">The points at which filters have weights, closed under the group's elements that keep the lattice.</param>
    /// <param name="stride">The step between outputs in pixels, at least 1.</param>
    /// <param name="padding">Pixels added on each side, at least 0.</param>
    /// <param name="dilation">The distance in pixels between neighbouring points of the stencil, at least 1.</param>
    /// <param name="paddingMode">What the added pixels hold.</param>
    /// <param name="initialization">How the weights begin; delta-orthogonal is the identity.</param>
    /// <param name="generator">The source of the initial weights; the default generator if null.</param>
    /// <exception cref="ArgumentException">
    /// The stencil is not closed under the group, on hexagons its centre lies between cells or the added cells are not zeros, or the
    /// weights cannot begin as asked.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// Stride, padding or dilation is too small, or the padding mode or the initialization is none.
    /// </exception>
    public PlanarConvolution(
        FieldType type, Stencil stencil, int stride = 1, int padding = 0, int dilation = 1, PaddingModes paddingMode = PaddingModes.Zeros,
        Initialization initialization = Initialization.He, Generator? generator = null)
        : this(
            type, Windows.For(nameof(PlanarConvolution), type, stencil, stride, padding, dilation, paddingMode), null, initialization,
            generator)
    {
    }

    internal PlanarConvolution(FieldType type, Windows windows, FilterBasis? filters, Initialization initialization, Generator? generator)
        : base(
            nameof(PlanarConvolution), type, type,
            () => new PlanarExpansion(nameof(PlanarConvolution), type, windows.Stencil, filters), bias: false,
            expansion => initialization == Initialization.DeltaOrthogonal
                ? expansion.AtCentre(() => [.. Enumerable.Repeat(1.0, expansion.OutputType.Channels)])
                : Draw(nameof(PlanarConvolution), expansion, initialization, generator, gain: 1))
    {
        _windows = windows;
        RegisterComponents();
    }

    /// <summary>The points at which filters have weights.</summary>
    public Stencil Stencil => _windows.Stencil;

    /// <inheritdoc/>
    public LayerGeometry Geometry => _windows.Geometry;

    /// <summary>Convolves each channel.</summary>
    /// <param name="input">A tensor of the input type.</param>
    /// <exception cref="ArgumentException">The tensor is not of the input type, or smaller than the stencil.</exception>
    public override Tensor forward(Tensor input)
    {
        RequireInput(input);
        using var scope = NewDisposeScope();
        Tensor output = _windows.Convolve(_windows.Surrounded(input), Filter(), null, InputType.Channels);
        return Masked(output).MoveToOuterDisposeScope();
    }
}
