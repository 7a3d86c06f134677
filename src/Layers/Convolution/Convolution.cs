using GCnn.Groups;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>
/// The convolution between two field types that commutes with their plane group:
/// <c>out(x) = Σ_u W(u) in(x + u) + b</c> with <c>W(g u) = ρ_out(g) W(u) ρ_in(g)⁻¹</c>.
/// </summary>
/// <remarks>
/// From scalar to regular fields it is the lifting convolution, between regular fields the group convolution, and every other pair
/// of types comes by the same route: free weights are expanded into an ordinary filter, and <c>conv2d</c> does the rest. Where all fields
/// permute their channels and the group is the lattice's own, the expansion is a gather, one free weight for each orbit of filter
/// taps (<see cref="FilterIndexMap"/>); otherwise it is a combination of basis kernels (<see cref="FieldKernels"/>).
/// With <see cref="Groups"/> above 1 the fields of both types fall into as many equal groups, and each group of outputs reads its own
/// group of inputs; with as many groups as input fields the convolution is depthwise.
/// <b>Shapes:</b> <c>N x C_in x H x W -> N x C_out x H' x W'</c>, <c>H' = (H + 2 padding − dilation (rows − 1) − 1) / stride + 1</c>. On
/// hexagons a stencil of radius <c>ρ</c> (box <c>2ρ + 1</c>) takes radius <c>R</c> to <c>⌊(R + padding − dilation ρ) / stride⌋</c>, centred
/// and exact at every size (docs/exactness.md). The expanded filter is <c>C_out x C_in / groups x rows x columns</c>.
/// Source: [CohenWelling2016], section 6.1; [WeilerCesa2019], section 2.
/// </remarks>
public sealed partial class Convolution : ExpandedFilterModule, IGeometric
{
    private readonly Windows _windows;

    /// <summary>Builds the convolution, with zero biases.</summary>
    /// <param name="inputType">The type of its input.</param>
    /// <param name="outputType">The type of its output.</param>
    /// <param name="stencil">
    /// The points at which the filter has weights, closed under the group's elements that keep the lattice.
    /// </param>
    /// <param name="stride">The step between outputs in pixels, at least 1.</param>
    /// <param name="padding">Pixels added on each side, at least 0.</param>
    /// <param name="dilation">The distance in pixels between neighbouring points of the stencil, at least 1.</param>
    /// <param name="bias">Whether to learn one bias for each field (each orbit of channels).</param>
    /// <param name="paddingMode">What the added pixels hold. Every mode treats all sides alike; "constant" is zeros.</param>
    /// <param name="groups">
    /// The number of groups, at least 1, into which the fields of both types fall evenly, in their order, with the same fields in each.
    /// </param>
    /// <param name="initialization">How the weights begin.</param>
    /// <param name="generator">The source of the initial weights; the default generator if null.</param>
    /// <exception cref="ArgumentException">
    /// The types have different plane groups or do not fall into such groups, the stencil is not closed under the group, on hexagons the
    /// stencil's centre lies between cells or the added cells are not zeros, or the weights cannot begin as asked.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// Stride, padding, dilation or groups is too small, or the padding mode or the initialization is none.
    /// </exception>
    public Convolution(
        FieldType inputType, FieldType outputType, Stencil stencil, int stride = 1, int padding = 0, int dilation = 1, bool bias = true,
        PaddingModes paddingMode = PaddingModes.Zeros, int groups = 1, Initialization initialization = Initialization.He,
        Generator? generator = null)
        : this(
            inputType, outputType, Windows.For(nameof(Convolution), inputType, stencil, stride, padding, dilation, paddingMode), null, bias,
            groups, initialization, generator)
    {
    }

    /// <summary>Builds the convolution whose kernels are made of given scalar filters.</summary>
    /// <remarks>
    /// Pixels of the lattice's own group are exact; circular harmonics serve every group, and choose rings and band limit.
    /// </remarks>
    /// <param name="inputType">The type of its input.</param>
    /// <param name="outputType">The type of its output.</param>
    /// <param name="filters">The scalar filters, of the types' plane group.</param>
    /// <param name="stride">The step between outputs in pixels, at least 1.</param>
    /// <param name="padding">Pixels added on each side, at least 0.</param>
    /// <param name="dilation">The distance in pixels between neighbouring points of the stencil, at least 1.</param>
    /// <param name="bias">Whether to learn one bias for each copy of the trivial representation in the output's fields.</param>
    /// <param name="paddingMode">What the added pixels hold. Every mode treats all sides alike; "constant" is zeros.</param>
    /// <param name="groups">
    /// The number of groups, at least 1, into which the fields of both types fall evenly, in their order, with the same fields in each.
    /// </param>
    /// <param name="initialization">How the weights begin.</param>
    /// <param name="generator">The source of the initial weights; the default generator if null.</param>
    /// <exception cref="ArgumentException">
    /// Types and filters have different plane groups, the types do not fall into such groups, or the weights cannot begin as asked.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// Stride, padding, dilation or groups is too small, or the padding mode or the initialization is none.
    /// </exception>
    public Convolution(
        FieldType inputType, FieldType outputType, FilterBasis filters, int stride = 1, int padding = 0, int dilation = 1, bool bias = true,
        PaddingModes paddingMode = PaddingModes.Zeros, int groups = 1, Initialization initialization = Initialization.He,
        Generator? generator = null)
        : this(
            inputType, outputType, Windows.For(nameof(Convolution), inputType, filters, stride, padding, dilation, paddingMode), filters,
            bias, groups, initialization, generator)
    {
    }

    private Convolution(
        FieldType inputType, FieldType outputType, Windows windows, FilterBasis? filters, bool bias, int groups,
        Initialization initialization, Generator? generator)
        : base(
            nameof(Convolution), inputType, outputType,
            () => FilterExpansion.For(nameof(Convolution), inputType, outputType, windows.Stencil, filters, groups), bias,
            expansion => Draw(nameof(Convolution), expansion, initialization, generator))
    {
        (_windows, Groups) = (windows, groups);
        _fourier = new(() => FourierConvolution.For(Expansion, windows.Stride, windows.Dilation));
        RegisterComponents();
    }

    /// <summary>The points at which the filter has weights.</summary>
    public Stencil Stencil => _windows.Stencil;

    /// <inheritdoc/>
    public LayerGeometry Geometry => _windows.Geometry;

    /// <summary>The step between outputs in pixels.</summary>
    public int Stride => _windows.Stride;

    /// <summary>Pixels added on each side.</summary>
    public int Padding => _windows.Padding;

    /// <summary>The distance in pixels between neighbouring points of the stencil.</summary>
    public int Dilation => _windows.Dilation;

    /// <summary>What the added pixels hold.</summary>
    public PaddingModes PaddingMode => _windows.Mode;

    /// <summary>The number of groups of fields, each convolved by itself.</summary>
    public int Groups { get; }

    /// <summary>Convolves.</summary>
    /// <param name="input">A tensor of the input type.</param>
    /// <exception cref="ArgumentException">The tensor is not of the input type, or smaller than the stencil.</exception>
    public override Tensor forward(Tensor input)
    {
        RequireInput(input);
        using var scope = NewDisposeScope();
        return Convolve(input).MoveToOuterDisposeScope();
    }
}
