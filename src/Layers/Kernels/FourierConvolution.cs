using System.Collections.Concurrent;
using System.Numerics;
using GCnn.Actions;
using GCnn.Groups;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>
/// The group-Fourier route of a convolution between permutation fields, on the CPU: the function that the expanded filter computes, by fewer
/// multiplications (<see cref="GroupBlocks"/>).
/// </summary>
internal sealed class FourierConvolution
{
    private static readonly HexagonMask Hexagon = new();

    private readonly ConcurrentDictionary<(CorrelationShape Shape, RoutePass Pass, int Threads), bool> _choices = new();
    private readonly Func<FilterExpansion> _expansion;
    private readonly FieldCorrelation _forward;
    private readonly Lazy<FieldCorrelation> _transpose;
    private readonly Lazy<CorrelationKernel<float>> _singleForward;
    private readonly Lazy<CorrelationKernel<float>> _singleTranspose;
    private readonly Lazy<CorrelationKernel<double>> _doubleForward;
    private readonly Lazy<CorrelationKernel<double>> _doubleTranspose;

    private FourierConvolution(FilterExpansion expansion, FieldCorrelation forward, int stride, int dilation)
    {
        (_expansion, _forward, Stride, Dilation) = (() => CopyOf(expansion), forward, stride, dilation);
        _transpose = new(() => FieldCorrelation.Of(expansion, transposed: true)!);
        _singleForward = new(() => new CorrelationKernel<float>(_forward));
        _singleTranspose = new(() => new CorrelationKernel<float>(_transpose.Value));
        _doubleForward = new(() => new CorrelationKernel<double>(_forward));
        _doubleTranspose = new(() => new CorrelationKernel<double>(_transpose.Value));
    }

    /// <summary>The step between windows.</summary>
    public int Stride { get; }

    /// <summary>The distance between neighbouring taps.</summary>
    public int Dilation { get; }

    /// <summary>The route for a convolution; null where fields or group have none.</summary>
    public static FourierConvolution? For(FilterExpansion expansion, int stride, int dilation) =>
        FieldCorrelation.Of(expansion) is { } correlation ? new FourierConvolution(expansion, correlation, stride, dilation) : null;

    /// <summary>What an output position costs where filters are steered; null where they stand at pixels.</summary>
    public FourierCost? SteeredCost => _forward.Filters is { } filters ? SteeredCostOf(_forward, filters) : null;

    /// <summary>
    /// Whether a tensor may be convolved by the kernels. Unasked not in float64, which is taken where exactness counts: integers stay exact
    /// in an expanded filter, whatever the group.
    /// </summary>
    /// <param name="input">The tensor.</param>
    /// <param name="route">What is asked for.</param>
    public static bool Serves(Tensor input, ConvolutionRoute route) => input.device.type == DeviceType.CPU && route switch
    {
        ConvolutionRoute.Automatic => input.dtype == ScalarType.Float32 && input.numel() > 0,
        ConvolutionRoute.Fourier => input.dtype is ScalarType.Float32 or ScalarType.Float64,
        _ => false,
    };

    /// <summary>Whether this route is expected to be faster than the expanded filter, in float32.</summary>
    /// <param name="image">The image.</param>
    /// <param name="padding">Zeros added on the sides.</param>
    /// <param name="pass">What will be wanted.</param>
    public bool IsFaster(Tensor image, (int Rows, int Columns) padding, RoutePass pass) => _choices.GetOrAdd(
        (ShapeOf(image, padding), pass, get_num_threads()),
        key => RouteModel.PrefersFourier(_forward, () => _transpose.Value, key.Shape, key.Pass, key.Threads));

    /// <summary>The convolution, differentiable in image, weights and biases; on hexagons zero off the output's hexagon.</summary>
    /// <remarks><b>Shapes:</b> as of <c>conv2d</c>; weights and biases are the free ones, one bias for each output field.</remarks>
    /// <param name="image">The image.</param>
    /// <param name="weight">The free weights.</param>
    /// <param name="bias">For each output field a bias, or null.</param>
    /// <param name="padding">Zeros added above and left, and as many below and right.</param>
    public Tensor Convolve(Tensor image, Tensor weight, Tensor? bias, (int Rows, int Columns) padding) => bias is null
        ? FourierConvolutionFunction.apply(this, padding, image, weight)
        : FourierConvolutionFunction.apply(this, padding, image, weight, bias);

    private bool OnHexagons => _forward.To.Group.Lattice is HexagonalLattice;

    /// <summary>The gradients to image, weights and biases, as far as they are wanted.</summary>
    internal Tensor?[] Gradients(List<Tensor> inputs, bool[] wanted, Tensor gradient, (int Rows, int Columns) padding)
    {
        using var scope = NewDisposeScope();
        var gradients = new Tensor?[inputs.Count];
        gradients[0] = wanted[0] ? ImageGradient(gradient, inputs[1], inputs[0], padding) : null;
        gradients[1] = wanted[1] ? WeightGradient(gradient, inputs[1], inputs[0], padding) : null;
        if (inputs.Count > 2)
        {
            gradients[2] = wanted[2] ? BiasGradient(OnHexagons ? Hexagon.Apply(gradient) : gradient) : null;
        }

        return Array.ConvertAll(gradients, found => found?.MoveToOuterDisposeScope());
    }

    /// <summary>The same where they are to be differentiated again: by the expanded filter, of whose parts libtorch knows all derivatives.</summary>
    internal Tensor?[] DifferentiableGradients(List<Tensor> inputs, bool[] wanted, Tensor gradient, (int Rows, int Columns) padding)
    {
        using var scope = NewDisposeScope();
        using FilterExpansion expansion = _expansion();
        using BiasExpansion biases = new(_forward.To);
        Tensor? bias = inputs.Count > 2 ? biases.Expand(inputs[2]) : null;
        Tensor output = nn.functional.conv2d(
            inputs[0], expansion.Expand(inputs[1]), bias, [Stride, Stride], [padding.Rows, padding.Columns], [Dilation, Dilation]);
        Tensor[] asked = [.. inputs.Where((_, i) => wanted[i])];
        Tensor given = OnHexagons ? Hexagon.Apply(gradient) : gradient;
        IList<Tensor> found = autograd.grad([output], asked, [given], retain_graph: true, create_graph: true);
        var gradients = new Tensor?[inputs.Count];
        for (int i = 0, next = 0; i < inputs.Count; i++)
        {
            gradients[i] = wanted[i] ? found[next++].MoveToOuterDisposeScope() : null;
        }

        return gradients;
    }

    internal Tensor Forward(Tensor image, Tensor weight, Tensor? bias, (int Rows, int Columns) padding) =>
        image.dtype == ScalarType.Float64
            ? Forward(_doubleForward.Value, ShapeOf(image, padding), image, weight, bias)
            : Forward(_singleForward.Value, ShapeOf(image, padding), image, weight, bias);

    /// <summary>The gradient to the image.</summary>
    private Tensor ImageGradient(Tensor gradient, Tensor weight, Tensor image, (int Rows, int Columns) padding)
    {
        CorrelationShape shape = ShapeOf(image, padding);
        return (Stride, image.dtype) switch
        {
            (1, ScalarType.Float64) => Forward(_doubleTranspose.Value, shape.Transposed(_forward.Box), gradient, weight, null),
            (1, _) => Forward(_singleTranspose.Value, shape.Transposed(_forward.Box), gradient, weight, null),
            (_, ScalarType.Float64) => ImageGradient(_doubleForward.Value, shape, gradient, weight, image),
            _ => ImageGradient(_singleForward.Value, shape, gradient, weight, image),
        };
    }

    /// <summary>The gradient to the free weights.</summary>
    private Tensor WeightGradient(Tensor gradient, Tensor weight, Tensor image, (int Rows, int Columns) padding) =>
        image.dtype == ScalarType.Float64
            ? WeightGradient(_doubleForward.Value, ShapeOf(image, padding), gradient, weight, image)
            : WeightGradient(_singleForward.Value, ShapeOf(image, padding), gradient, weight, image);

    /// <summary>The gradient to the biases: for each output field the sum over its channels and all pixels.</summary>
    private Tensor BiasGradient(Tensor gradient)
    {
        using var scope = NewDisposeScope();
        Tensor sums = gradient.sum([0, 2, 3]);
        return stack([.. Enumerable.Range(0, _forward.Fields).Select(field =>
            sums.narrow(0, _forward.To.Offset(field), _forward.To.Fields[field].Dimension).sum())]).MoveToOuterDisposeScope();
    }

    private static unsafe Tensor Forward<T>(
        CorrelationKernel<T> kernel, CorrelationShape shape, Tensor image, Tensor weight, Tensor? bias)
        where T : unmanaged, INumberBase<T>
    {
        using var scope = NewDisposeScope();
        Tensor input = image.contiguous();
        Tensor output = image.new_empty([shape.Images, kernel.Correlation.To.Channels, shape.OutputHeight, shape.OutputWidth]);
        using PackedWeights<T>.Matrices packed = kernel.Weights.For(weight.contiguous().Numbers<T>());
        Span<T> biases = bias is null ? [] : bias.contiguous().Numbers<T>();
        fixed (T* weights = packed.Numbers, from = input.Numbers<T>(), to = output.Numbers<T>(), added = biases)
        {
            CorrelationForward<T>.Run(kernel, shape, weights, added, from, to, get_num_threads());
        }

        return output.MoveToOuterDisposeScope();
    }

    private static unsafe Tensor ImageGradient<T>(
        CorrelationKernel<T> kernel, CorrelationShape shape, Tensor gradient, Tensor weight, Tensor image)
        where T : unmanaged, INumberBase<T>
    {
        using var scope = NewDisposeScope();
        Tensor given = gradient.contiguous(), result = image.new_zeros(image.shape);
        using PackedWeights<T>.Matrices packed = kernel.TransposedWeights.For(weight.contiguous().Numbers<T>());
        fixed (T* weights = packed.Numbers, from = given.Numbers<T>(), to = result.Numbers<T>())
        {
            CorrelationImageGradient<T>.Run(kernel, shape, weights, from, to, get_num_threads());
        }

        return result.MoveToOuterDisposeScope();
    }

    private static unsafe Tensor WeightGradient<T>(
        CorrelationKernel<T> kernel, CorrelationShape shape, Tensor gradient, Tensor weight, Tensor image)
        where T : unmanaged, INumberBase<T>
    {
        using var scope = NewDisposeScope();
        Tensor input = image.contiguous(), outputGradient = gradient.contiguous(), result = zeros_like(weight);
        fixed (T* from = input.Numbers<T>(), given = outputGradient.Numbers<T>())
        {
            CorrelationWeightGradient<T>.Run(kernel, shape, from, given, result.Numbers<T>(), get_num_threads());
        }

        return result.MoveToOuterDisposeScope();
    }

    private static FourierCost SteeredCostOf(FieldCorrelation correlation, SteeredFilters filters)
    {
        FastFourierTransform fast = correlation.Blocks.Transform;
        int sources = correlation.Rows / filters.Count;
        return new FourierCost(
            (long)correlation.Rows * correlation.Fields * correlation.Blocks.Multiplications,
            ((long)sources * filters.ProgramOf.Sum(program => filters.Programs[program].Multiplications + filters.Programs[program].Additions))
            + ((long)(correlation.Rows + correlation.Fields) * (fast.Multiplications + fast.Additions)));
    }

    /// <summary>The same expansion with constants of its own, which the layer does not dispose of.</summary>
    private static FilterExpansion CopyOf(FilterExpansion expansion) => expansion switch
    {
        GatherExpansion { Map: { } map } => new GatherExpansion(map),
        BasisExpansion { Kernels: { } kernels } => new BasisExpansion(kernels),
        _ => throw new NotSupportedException($"There is no group-Fourier route for a {expansion.GetType().Name}."),
    };

    private CorrelationShape ShapeOf(Tensor image, (int Rows, int Columns) padding) => CorrelationShape.For(
        checked((int)image.size(0)), checked((int)image.size(2)), checked((int)image.size(3)), _forward.Box, Stride, Dilation,
        padding.Rows, padding.Columns) with
    {
        OnHexagon = OnHexagons,
    };
}
