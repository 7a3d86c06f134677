using GCnn.Groups;
using TorchSharp;
using TorchSharp.Modules;
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
/// taps (<see cref="FilterIndexMap"/>); otherwise it is a combination of basis kernels (<see cref="FieldKernels"/>). In evaluation
/// mode the filter is kept while the weights stay what they were. The state dict holds the free weights only, in training and in
/// evaluation alike.
/// <b>Shapes:</b> <c>N x C_in x H x W -> N x C_out x H' x W'</c>, <c>H' = (H + 2 padding − dilation (rows − 1) − 1) / stride + 1</c>. On
/// hexagons a stencil of radius <c>ρ</c> (box <c>2ρ + 1</c>) takes radius <c>R</c> to <c>⌊(R + padding − dilation ρ) / stride⌋</c>, centred
/// and exact at every size (docs/exactness.md).
/// Source: [CohenWelling2016], section 6.1; [WeilerCesa2019], section 2.
/// </remarks>
public sealed partial class Convolution : EquivariantModule, IGeometric
{
    private readonly FilterExpansion _expansion;
    private readonly ExpandedFilterCache _cache = new();
    private readonly BiasExpansion? _biasExpansion;
    private readonly Parameter weight;
    private readonly Parameter? bias;

    /// <summary>Builds the convolution with He-initialised weights and zero biases.</summary>
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
    /// <param name="generator">The source of the initial weights; the default generator if null.</param>
    /// <exception cref="ArgumentException">
    /// The types have different plane groups, the stencil is not closed under the group, or on hexagons the stencil's centre lies between
    /// cells or the added cells are not zeros.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">Stride, padding or dilation is too small, or the padding mode is none.</exception>
    public Convolution(
        FieldType inputType, FieldType outputType, Stencil stencil, int stride = 1, int padding = 0, int dilation = 1, bool bias = true,
        PaddingModes paddingMode = PaddingModes.Zeros, Generator? generator = null)
        : this(inputType, outputType, stencil, null, stride, padding, dilation, bias, paddingMode, generator)
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
    /// <param name="generator">The source of the initial weights; the default generator if null.</param>
    /// <exception cref="ArgumentException">Types and filters have different plane groups.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Stride, padding or dilation is too small, or the padding mode is none.</exception>
    public Convolution(
        FieldType inputType, FieldType outputType, FilterBasis filters, int stride = 1, int padding = 0, int dilation = 1, bool bias = true,
        PaddingModes paddingMode = PaddingModes.Zeros, Generator? generator = null)
        : this(inputType, outputType, RequireFilters(filters).Stencil, filters, stride, padding, dilation, bias, paddingMode, generator)
    {
    }

    private Convolution(
        FieldType inputType, FieldType outputType, Stencil stencil, FilterBasis? filters, int stride, int padding, int dilation, bool bias,
        PaddingModes paddingMode, Generator? generator)
        : base(nameof(Convolution), inputType, outputType)
    {
        ArgumentNullException.ThrowIfNull(stencil);
        RequireAtLeast(1, stride, nameof(Convolution), nameof(stride));
        RequireAtLeast(0, padding, nameof(Convolution), nameof(padding));
        RequireAtLeast(1, dilation, nameof(Convolution), nameof(dilation));
        RequireMode(paddingMode);
        RequireForHexagons(inputType.Group, stencil, paddingMode);
        (Stencil, Stride, Padding, Dilation, PaddingMode) = (stencil, stride, padding, dilation, paddingMode);
        _expansion = filters is null && IsGather(inputType, outputType)
            ? new GatherExpansion(FilterIndexMap.For(inputType, outputType, stencil))
            : new BasisExpansion(FieldKernels.For(inputType, outputType, filters ?? FilterBasis.For(inputType.Group, stencil)));
        RequireKernels(inputType, outputType, stencil, _expansion);
        weight = new Parameter(_expansion.InitialWeights(generator));
        if (bias && new BiasExpansion(outputType) is { Count: > 0 } expansion)
        {
            this.bias = new Parameter(zeros(expansion.Count));
            _biasExpansion = expansion;
        }

        RegisterComponents();
    }

    /// <summary>The points at which the filter has weights.</summary>
    public Stencil Stencil { get; }

    /// <inheritdoc/>
    public LayerGeometry Geometry => new WindowGeometry(
        Stencil.Rows, Stencil.Columns, Stride, Padding, Dilation, PaddingMode == PaddingModes.Circular) { Mode = PaddingMode };

    /// <summary>The step between outputs in pixels.</summary>
    public int Stride { get; }

    /// <summary>Pixels added on each side.</summary>
    public int Padding { get; }

    /// <summary>The distance in pixels between neighbouring points of the stencil.</summary>
    public int Dilation { get; }

    /// <summary>What the added pixels hold.</summary>
    public PaddingModes PaddingMode { get; }

    /// <summary>
    /// The free weights, as many as the space of kernels has dimensions, in the order of <see cref="FilterIndexMap"/> where the
    /// expansion is a gather, and of <see cref="FieldKernels"/> otherwise.
    /// </summary>
    public Parameter Weight => weight;

    /// <summary>The free biases, one for each orbit of output channels (each copy of the trivial representation), or null.</summary>
    public Parameter? Bias => bias;

    /// <summary>The filter that <c>conv2d</c> is given, <c>C_out x C_in x rows x columns</c>; gradients flow to the free weights.</summary>
    public Tensor ExpandedFilter() => _expansion.Expand(weight);

    /// <summary>The bias that <c>conv2d</c> is given, <c>C_out</c> numbers, or null.</summary>
    public Tensor? ExpandedBias() => bias is null ? null : _biasExpansion!.Expand(bias);

    /// <summary>Convolves.</summary>
    /// <param name="input">A tensor of the input type.</param>
    /// <exception cref="ArgumentException">The tensor is not of the input type, or smaller than the stencil.</exception>
    public override Tensor forward(Tensor input)
    {
        RequireInput(input);
        using var scope = NewDisposeScope();
        (Tensor x, long[] added) = OnHexagons ? Frame(input).Fit(input) : Padded(input);
        Tensor filter = KeepsFilter ? _cache.Get(weight, _expansion) : ExpandedFilter();
        Tensor y = nn.functional.conv2d(x, filter, ExpandedBias(), [Stride, Stride], added, [Dilation, Dilation]);
        return Masked(y).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _cache.Dispose();
            _expansion.Dispose();
            _biasExpansion?.Dispose();
        }

        base.Dispose(disposing);
    }

    // A kept filter has no history, so it serves only where no gradient to the weights is wanted.
    private bool KeepsFilter => !training && !(is_grad_enabled() && weight.requires_grad);

    private (Tensor Image, long[] Padding) Padded(Tensor x)
    {
        RequireRoom(x);
        return PaddingMode == PaddingModes.Zeros || Padding == 0
            ? (x, [Padding, Padding])
            : (nn.functional.pad(x, [Padding, Padding, Padding, Padding], PaddingMode), [0, 0]);
    }

    private static bool IsGather(FieldType input, FieldType output) =>
        input.IsPermutation && output.IsPermutation && PixelBasis.Serves(input.Group);

    private static FilterBasis RequireFilters(FilterBasis filters)
    {
        ArgumentNullException.ThrowIfNull(filters);
        return filters;
    }

    private static void RequireKernels(FieldType input, FieldType output, Stencil stencil, FilterExpansion expansion)
    {
        if (expansion.WeightCount == 0)
        {
            throw new ArgumentException(
                $"Convolution: no kernel on a {stencil} from '{input}' to '{output}' commutes with {input.Group}, but zero. Use a larger " +
                "stencil or other fields.",
                nameof(stencil));
        }
    }

    private static void RequireMode(PaddingModes mode)
    {
        if (!Enum.IsDefined(mode))
        {
            throw new ArgumentOutOfRangeException(
                nameof(mode),
                $"Convolution: there is no padding mode {(int)mode}; there are {string.Join(", ", Enum.GetNames<PaddingModes>())}.");
        }
    }

    private void RequireRoom(Tensor input)
    {
        RequireRoomToPad(input);
        (int rows, int columns) = (Extent(Stencil.Rows), Extent(Stencil.Columns));
        if (input.size(2) + (2 * Padding) < rows || input.size(3) + (2 * Padding) < columns)
        {
            throw new ArgumentException(
                $"Convolution: an image of {input.size(2)} x {input.size(3)} pixels with padding {Padding} has no room for a filter that " +
                $"covers {rows} x {columns}. Pad more, pool less before it, or use a smaller stencil.",
                nameof(input));
        }
    }

    // A reflection leaves out the border pixel, so it has one pixel less to give; a wrapped image has all its pixels.
    private void RequireRoomToPad(Tensor input)
    {
        long side = Math.Min(input.size(2), input.size(3));
        long most = PaddingMode switch { PaddingModes.Reflect => side - 1, PaddingModes.Circular => side, _ => long.MaxValue };
        if (Padding > most)
        {
            throw new ArgumentException(
                $"Convolution: an image of {input.size(2)} x {input.size(3)} pixels cannot be padded by mode {PaddingMode} with padding " +
                $"{Padding}; at most {most} is possible. Pad less, pool less before it, or use zeros.",
                nameof(input));
        }
    }

    private int Extent(int side) => (Dilation * (side - 1)) + 1;
}
