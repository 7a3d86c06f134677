using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>
/// The adjoint of a convolution, <c>out(s x + u − p) += W(u)ᵀ in(x)</c> summed over <c>x</c> and <c>u</c>, plus a bias: it enlarges images
/// by learnt kernels. The kernels are those of the <see cref="Convolution"/> from its output type to its input type, in the same order.
/// </summary>
/// <remarks>
/// <para>
/// <b>Adjoint.</b> With the weights of that convolution <c>A</c>, and without biases, <c>⟨A y, x⟩ = ⟨y, Aᵀ x⟩</c>. Both sides act by
/// orthogonal maps, so <c>Aᵀ</c> commutes with every element with which <c>A</c> does.
/// </para>
/// <para>
/// <b>Sizes.</b> On an axis <c>n' = s (n − 1) + k_eff − 2p + o</c> with <c>k_eff = d (k − 1) + 1</c>: of the sizes that <c>A</c> takes to
/// <c>n</c>, the one with <c>(n' + 2p − k_eff) mod s = o</c>. Flipping the input moves the window of <c>x</c> to that of
/// <c>n − 1 − x</c>, which is a flip of the first <c>s (n − 1) + k_eff − 2p</c> pixels. So the output is centred, and the layer commutes
/// with elements that flip an axis, exactly where <c>o = 0</c>, whatever the size: with <c>s = 2</c>, <c>k = 3, p = 1</c> takes <c>n</c> to
/// <c>2n − 1</c>, and <c>k = 4, p = 1</c> or <c>k = 2, p = 0</c> to <c>2n</c>. (The falling diagonal of cm flips none.)
/// </para>
/// <para>
/// <b>Hexagons</b> of radius <c>R</c> become hexagons of radius <c>s R + d ρ − p + o</c> with a stencil of radius <c>ρ</c>; windows stand
/// about the centre and <c>o</c> is a number of rings, so the layer is exact at every size and for every <c>o</c>.
/// </para>
/// <b>Shapes:</b> <c>N x C_in x H x W -> N x C_out x H' x W'</c>; the expanded filter is <c>C_in x C_out / groups x rows x columns</c>, as
/// <c>conv_transpose2d</c> takes it. Source: [DumoulinVisin2016], section 4; [WeilerCesa2019], section 2.
/// </remarks>
public sealed partial class TransposedConvolution : ExpandedFilterModule, IGeometric
{
    private readonly TransposedWindowGeometry _windows;

    /// <summary>Builds the transposed convolution, with zero biases.</summary>
    /// <param name="inputType">The type of its input.</param>
    /// <param name="outputType">The type of its output.</param>
    /// <param name="stencil">The points at which the filter has weights, closed under the group's elements that keep the lattice.</param>
    /// <param name="stride">The step <c>s</c> between windows in pixels of the output, at least 1.</param>
    /// <param name="padding">Pixels <c>p</c> cut from each side of the output, at least 0.</param>
    /// <param name="dilation">The distance <c>d</c> between neighbouring points of the stencil in pixels, at least 1.</param>
    /// <param name="outputPadding">
    /// Rows and columns <c>o</c> added at the end of the output, from 0 to <c>stride − 1</c>: any but 0 breaks the flips of rectangles.
    /// </param>
    /// <param name="bias">Whether to learn one bias for each copy of the trivial representation in the output's fields.</param>
    /// <param name="groups">The number of equal groups of fields, each treated by itself, as in <see cref="Convolution"/>.</param>
    /// <param name="initialization">
    /// How the weights begin. An output position meets <c>1 / s²</c> of the taps on average, so He's variance is <c>s²</c> times larger.
    /// </param>
    /// <param name="generator">The source of the initial weights; the default generator if null.</param>
    /// <exception cref="ArgumentException">
    /// The types have different plane groups or do not fall into such groups, the stencil is not closed under the group, on hexagons its
    /// centre lies between cells, or the weights cannot begin as asked.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range, or the initialization is none.</exception>
    public TransposedConvolution(
        FieldType inputType, FieldType outputType, Stencil stencil, int stride = 1, int padding = 0, int dilation = 1,
        int outputPadding = 0, bool bias = true, int groups = 1, Initialization initialization = Initialization.He,
        Generator? generator = null)
        : this(
            inputType, outputType, Checked(inputType, stencil, stride, padding, dilation, outputPadding), stencil, null, bias, groups,
            initialization, generator)
    {
    }

    /// <summary>Builds the transposed convolution whose kernels are made of given scalar filters.</summary>
    /// <param name="inputType">The type of its input.</param>
    /// <param name="outputType">The type of its output.</param>
    /// <param name="filters">The scalar filters, of the types' plane group.</param>
    /// <param name="stride">The step <c>s</c> between windows in pixels of the output, at least 1.</param>
    /// <param name="padding">Pixels <c>p</c> cut from each side of the output, at least 0.</param>
    /// <param name="dilation">The distance <c>d</c> between neighbouring points of the stencil in pixels, at least 1.</param>
    /// <param name="outputPadding">Rows and columns <c>o</c> added at the end of the output, from 0 to <c>stride − 1</c>.</param>
    /// <param name="bias">Whether to learn one bias for each copy of the trivial representation in the output's fields.</param>
    /// <param name="groups">The number of equal groups of fields, each treated by itself, as in <see cref="Convolution"/>.</param>
    /// <param name="initialization">How the weights begin.</param>
    /// <param name="generator">The source of the initial weights; the default generator if null.</param>
    /// <exception cref="ArgumentException">
    /// Types and filters have different plane groups, the types do not fall into such groups, or the weights cannot begin as asked.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range, or the initialization is none.</exception>
    public TransposedConvolution(
        FieldType inputType, FieldType outputType, FilterBasis filters, int stride = 1, int padding = 0, int dilation = 1,
        int outputPadding = 0, bool bias = true, int groups = 1, Initialization initialization = Initialization.He,
        Generator? generator = null)
        : this(
            inputType, outputType, Checked(inputType, filters, stride, padding, dilation, outputPadding), filters.Stencil, filters,
            bias, groups, initialization, generator)
    {
    }

    private TransposedConvolution(
        FieldType inputType, FieldType outputType, TransposedWindowGeometry windows, Stencil stencil, FilterBasis? filters, bool bias,
        int groups, Initialization initialization, Generator? generator)
        : base(
            nameof(TransposedConvolution), inputType, outputType,
            () => FilterExpansion.For(nameof(TransposedConvolution), outputType, inputType, stencil, filters, groups), bias,
            expansion => Draw(
                nameof(TransposedConvolution), expansion, initialization, generator, gain: 2.0 * windows.Stride * windows.Stride,
                transposed: true))
    {
        (_windows, Stencil, Groups) = (windows, stencil, groups);
        RegisterComponents();
    }

    /// <summary>The points at which the filter has weights.</summary>
    public Stencil Stencil { get; }

    /// <inheritdoc/>
    public LayerGeometry Geometry => _windows;

    /// <summary>The step between windows in pixels of the output.</summary>
    public int Stride => _windows.Stride;

    /// <summary>Pixels cut from each side of the output.</summary>
    public int Padding => _windows.Padding;

    /// <summary>The distance in pixels between neighbouring points of the stencil.</summary>
    public int Dilation => _windows.Dilation;

    /// <summary>Rows and columns added at the end of the output, or on hexagons rings around it.</summary>
    public int OutputPadding => _windows.OutputPadding;

    /// <summary>The number of groups of fields, each treated by itself.</summary>
    public int Groups { get; }

    /// <summary>Spreads each position over its window.</summary>
    /// <param name="input">A tensor of the input type.</param>
    /// <exception cref="ArgumentException">The tensor is not of the input type, or the padding cuts the whole output away.</exception>
    public override Tensor forward(Tensor input)
    {
        RequireInput(input);
        using var scope = NewDisposeScope();
        (Tensor filter, Tensor? added) = (Filter(), ExpandedBias());
        return (OnHexagons ? OnHexagon(input, filter, added) : OnRectangle(input, filter, added)).MoveToOuterDisposeScope();
    }

    private Tensor OnRectangle(Tensor x, Tensor filter, Tensor? added)
    {
        long rows = Side(x.size(2), _windows.RowExtent), columns = Side(x.size(3), _windows.ColumnExtent);
        if (rows < 1 || columns < 1)
        {
            throw new ArgumentException(
                $"TransposedConvolution: of an image of {x.size(2)} x {x.size(3)} pixels padding {Padding} cuts everything away: " +
                $"{rows} x {columns} would be left. Pad less.",
                nameof(x));
        }

        return nn.functional.conv_transpose2d(
            x, filter, added, [Stride, Stride], [Padding, Padding], [OutputPadding, OutputPadding], [Dilation, Dilation], Groups);
    }

    private long Side(long side, int extent) => (Stride * (side - 1)) + extent - (2 * Padding) + OutputPadding;
}
