using GCnn.Groups;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>
/// The convolution between two permutation field types that commutes with their plane group:
/// <c>out(x) = Σ_u W(u) in(x + u) + b</c> with <c>W(g u) = ρ_out(g) W(u) ρ_in(g)⁻¹</c>.
/// </summary>
/// <remarks>
/// From scalar to regular fields it is the lifting convolution, between regular fields the group convolution, and quotient and
/// mixed types come by the same route: the free weights, one for each orbit of filter taps (<see cref="FilterIndexMap"/>), are
/// gathered into an ordinary filter, and <c>conv2d</c> does the rest. In evaluation mode the gathered filter is kept while the weights
/// stay what they were. The state dict holds the free weights only, in training and in evaluation alike.
/// <b>Shapes:</b> <c>N x C_in x H x W -> N x C_out x H' x W'</c>, <c>H' = (H + 2 padding − dilation (rows − 1) − 1) / stride + 1</c>.
/// Source: [CohenWelling2016], section 6.1; [WeilerCesa2019], section 2.
/// </remarks>
public sealed class Convolution : EquivariantModule
{
    private readonly FilterExpansion _expansion;
    private readonly ExpandedFilterCache _cache = new();
    private readonly DeviceIndex? _biasOf;
    private readonly Parameter weight;
    private readonly Parameter? bias;

    /// <summary>Builds the convolution with He-initialised weights and zero biases.</summary>
    /// <param name="inputType">The type of its input.</param>
    /// <param name="outputType">The type of its output.</param>
    /// <param name="stencil">The points at which the filter has weights, closed under the group.</param>
    /// <param name="stride">The step between outputs in pixels, at least 1.</param>
    /// <param name="padding">Pixels added on each side, at least 0.</param>
    /// <param name="dilation">The distance in pixels between neighbouring points of the stencil, at least 1.</param>
    /// <param name="bias">Whether to learn one bias for each field (each orbit of channels).</param>
    /// <param name="paddingMode">What the added pixels hold. Every mode treats all sides alike; "constant" is zeros.</param>
    /// <param name="generator">The source of the initial weights; the default generator if null.</param>
    /// <exception cref="ArgumentException">
    /// The types have different plane groups, a field does not permute its channels, or the stencil is not closed under the group.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">Stride, padding or dilation is too small, or the padding mode is none.</exception>
    public Convolution(
        FieldType inputType, FieldType outputType, Stencil stencil, int stride = 1, int padding = 0, int dilation = 1, bool bias = true,
        PaddingModes paddingMode = PaddingModes.Zeros, Generator? generator = null)
        : base(nameof(Convolution), inputType, outputType)
    {
        RequireAtLeast(1, stride, nameof(Convolution), nameof(stride));
        RequireAtLeast(0, padding, nameof(Convolution), nameof(padding));
        RequireAtLeast(1, dilation, nameof(Convolution), nameof(dilation));
        RequireMode(paddingMode);
        IndexMap = FilterIndexMap.For(inputType, outputType, stencil);
        (Stride, Padding, Dilation, PaddingMode) = (stride, padding, dilation, paddingMode);
        _expansion = new FilterExpansion(IndexMap);

        weight = new Parameter(HeInitialization.Normal(IndexMap, generator));
        if (bias)
        {
            this.bias = new Parameter(zeros(outputType.Orbits));
            _biasOf = new DeviceIndex(outputType.OrbitOfChannel);
        }

        RegisterComponents();
    }

    /// <summary>The gather from free weights to the filter, which also knows types and stencil.</summary>
    public FilterIndexMap IndexMap { get; }

    /// <summary>The step between outputs in pixels.</summary>
    public int Stride { get; }

    /// <summary>Pixels added on each side.</summary>
    public int Padding { get; }

    /// <summary>The distance in pixels between neighbouring points of the stencil.</summary>
    public int Dilation { get; }

    /// <summary>What the added pixels hold.</summary>
    public PaddingModes PaddingMode { get; }

    /// <summary>The free weights, <c>FilterIndexMap.FreeCount</c> numbers in its order.</summary>
    public Parameter Weight => weight;

    /// <summary>The free biases, one for each orbit of output channels, or null.</summary>
    public Parameter? Bias => bias;

    /// <summary>The filter that <c>conv2d</c> is given, <c>C_out x C_in x rows x columns</c>; gradients flow to the free weights.</summary>
    public Tensor ExpandedFilter() => _expansion.Expand(weight);

    /// <summary>The bias that <c>conv2d</c> is given, <c>C_out</c> numbers, or null.</summary>
    public Tensor? ExpandedBias() => bias?.index_select(0, _biasOf!.On(bias.device));

    /// <summary>Convolves.</summary>
    /// <param name="input">A tensor of the input type.</param>
    /// <exception cref="ArgumentException">The tensor is not of the input type, or smaller than the stencil.</exception>
    public override Tensor forward(Tensor input)
    {
        RequireInput(input);
        RequireRoom(input);
        using var scope = NewDisposeScope();
        Tensor filter = KeepsFilter ? _cache.Get(weight, _expansion) : ExpandedFilter();
        (Tensor x, int added) = Padded(input);
        return nn.functional
            .conv2d(x, filter, ExpandedBias(), [Stride, Stride], [added, added], [Dilation, Dilation])
            .MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _cache.Dispose();
            _expansion.Dispose();
            _biasOf?.Dispose();
        }

        base.Dispose(disposing);
    }

    // A kept filter has no history, so it serves only where no gradient to the weights is wanted.
    private bool KeepsFilter => !training && !(is_grad_enabled() && weight.requires_grad);

    private (Tensor Padded, int Left) Padded(Tensor x) => PaddingMode == PaddingModes.Zeros || Padding == 0
        ? (x, Padding)
        : (nn.functional.pad(x, [Padding, Padding, Padding, Padding], PaddingMode), 0);

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
        (int rows, int columns) = (Extent(IndexMap.Stencil.Rows), Extent(IndexMap.Stencil.Columns));
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
