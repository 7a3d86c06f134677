using GCnn.Groups;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>
/// A layer whose free weights are expanded into an ordinary filter: what convolutions, transposed convolutions and linear layers share.
/// </summary>
/// <remarks>
/// In evaluation mode the filter is kept while the weights stay what they were. The state dict holds the free weights only, in training and
/// in evaluation alike.
/// </remarks>
public abstract partial class ExpandedFilterModule : EquivariantModule
{
    [ComponentName(Name = "weight")]
    private protected readonly Parameter _weight;

    [ComponentName(Name = "bias")]
    private protected readonly Parameter? _bias;

    private readonly FilterExpansion _expansion;
    private readonly ExpandedFilterCache _cache = new();
    private readonly BiasExpansion? _biasExpansion;

    /// <summary>Makes the parameters. The layer registers them, at the end of its own constructor.</summary>
    /// <param name="name">The layer's name.</param>
    /// <param name="inputType">The type of its input.</param>
    /// <param name="outputType">The type of its output.</param>
    /// <param name="expansion">Makes the expansion, once the types are known to fit.</param>
    /// <param name="bias">Whether to learn biases, where the output type has any.</param>
    /// <param name="initial">The first weights.</param>
    private protected ExpandedFilterModule(
        string name, FieldType inputType, FieldType outputType, Func<FilterExpansion> expansion, bool bias,
        Func<FilterExpansion, Tensor> initial)
        : base(name, inputType, outputType)
    {
        _expansion = expansion();
        _weight = new Parameter(initial(_expansion));
        if (bias && new BiasExpansion(outputType) is { Count: > 0 } biasExpansion)
        {
            _bias = new Parameter(zeros(biasExpansion.Count));
            _biasExpansion = biasExpansion;
        }
    }

    /// <summary>
    /// The free weights, as many as the space of kernels has dimensions, group of fields after group of fields; in each in the order of
    /// <see cref="FilterIndexMap"/> where the expansion is a gather, and of <see cref="FieldKernels"/> otherwise.
    /// </summary>
    public Parameter Weight => _weight;

    /// <summary>The free biases, one for each orbit of output channels (each copy of the trivial representation), or null.</summary>
    public Parameter? Bias => _bias;

    /// <summary>The filter that the ordinary layer is given; gradients flow to the free weights.</summary>
    public Tensor ExpandedFilter() => _expansion.Expand(_weight);

    /// <summary>The bias that the ordinary layer is given, <c>C_out</c> numbers, or null.</summary>
    public Tensor? ExpandedBias() => _bias is null ? null : _biasExpansion!.Expand(_bias);

    /// <summary>The map from free weights to the filter.</summary>
    private protected FilterExpansion Expansion => _expansion;

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

    /// <summary>The filter for this pass: the kept one where no gradient to the weights is wanted, for it has no history.</summary>
    private protected Tensor Filter() => !training && !(is_grad_enabled() && _weight.requires_grad)
        ? _cache.Get(_weight, _expansion)
        : ExpandedFilter();

    /// <summary>Weights with which a layer begins.</summary>
    /// <param name="layer">The layer's name.</param>
    /// <param name="expansion">The expansion of its filter.</param>
    /// <param name="choice">How to begin.</param>
    /// <param name="generator">The source of the numbers.</param>
    /// <param name="gain">Of He's weights, how many times the mean square of inputs outputs are to have.</param>
    /// <param name="transposed">Whether the filter is used from its outputs to its inputs.</param>
    private protected static Tensor Draw(
        string layer, FilterExpansion expansion, Initialization choice, Generator? generator, double gain = 2, bool transposed = false) =>
        choice switch
        {
            Initialization.He => expansion.NormalWeights(gain, transposed, generator),
            Initialization.DeltaOrthogonal => CentreTaps.Orthogonal(expansion, transposed, generator),
            _ => throw new ArgumentOutOfRangeException(
                nameof(choice),
                $"{layer}: there is no initialization {(int)choice}; there are {string.Join(", ", Enum.GetNames<Initialization>())}."),
        };
}
