using GCnn.Actions;
using GCnn.Groups;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>
/// Batch normalisation with one mean, variance, scale and shift for each field: <c>y = γ_f (x − μ_f) / √(σ²_f + ε) + β_f</c>, the
/// statistics taken over batch, positions and the channels of field <c>f</c>.
/// </summary>
/// <remarks>
/// A permutation of a field's channels and positions changes none of its statistics, so the layer commutes with the action. On hexagons
/// only the hexagon's <c>3R(R + 1) + 1</c> cells are positions, and the result is zero outside.
/// Fields that do not permute their channels, such as irreps, have neither mean nor shift: they are divided by the root of their mean
/// square, <c>y = γ_f x / √(E‖x_f‖² / d_f + ε)</c>, which no orthogonal matrix changes. Elsewhere this is called norm batch norm, and
/// that of permuting fields inner batch norm; here one layer serves types that hold both.
/// <b>Shapes:</b> <c>N x C x H x W -> N x C x H x W</c>. Source: [IoffeSzegedy2015], algorithm 1; for fields [CohenWelling2016]; for irreps
/// [WeilerCesa2019], section 2.6.
/// </remarks>
public sealed partial class FieldBatchNorm : EquivariantModule, IGeometric
{
    private readonly Parameter weight;
    private readonly Parameter bias;
    private readonly Tensor running_mean;
    private readonly Tensor running_var;

    /// <summary>Builds the layer with scale 1 and shift 0.</summary>
    /// <param name="type">The type of its input and output, of any representations.</param>
    /// <param name="epsilon">The <c>ε</c> added to the variance.</param>
    /// <param name="momentum">The part of the batch's statistics in each update of the running ones.</param>
    /// <exception cref="ArgumentOutOfRangeException">Epsilon is not positive, or momentum is not from 0 to 1.</exception>
    public FieldBatchNorm(FieldType type, double epsilon = 1e-5, double momentum = 0.1)
        : base(nameof(FieldBatchNorm), type, type)
    {
        if (!(epsilon > 0) || momentum is not (>= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(
                epsilon > 0 ? nameof(momentum) : nameof(epsilon),
                $"FieldBatchNorm: epsilon is {epsilon} and momentum {momentum}; epsilon must be above 0, and momentum from 0 to 1.");
        }

        (Epsilon, Momentum) = (epsilon, momentum);
        weight = new Parameter(ones(type.Fields.Count));
        bias = new Parameter(zeros(type.Fields.Count));
        running_mean = zeros(type.Fields.Count).DetachFromDisposeScope();
        running_var = ones(type.Fields.Count).DetachFromDisposeScope();
        RegisterComponents();
    }

    /// <summary>The <c>ε</c> added to the variance.</summary>
    public double Epsilon { get; }

    /// <summary>The part of the batch's statistics in each update of the running ones.</summary>
    public double Momentum { get; }

    /// <inheritdoc/>
    public LayerGeometry Geometry => new PointwiseGeometry
    {
        SeesAll = training,
        Preserves = training ? Preserved.Nothing : Preserved.Means,
    };

    /// <summary>Normalises by the batch's statistics in training, and by the running ones in evaluation.</summary>
    /// <param name="input">A tensor of the type.</param>
    /// <exception cref="ArgumentException">
    /// The tensor is not of the type, or in training a field has too few numbers for a variance.
    /// </exception>
    public override Tensor forward(Tensor input) => Normalized(input);

    private Tensor Normalize(Tensor x, FieldBlock block) =>
        training && Reducer is { } reducer ? NormalizeShared(x, block, reducer)
            : block.Representation is not PermutationRepresentation ? Rescale(x, block)
            : OnHexagons && training ? NormalizeHexagons(x, block)
            : NormalizeRectangles(x, block);

    // A permuting field's channels follow one another, so joining them to the rows makes each field a single channel without a copy.
    private Tensor NormalizeRectangles(Tensor x, FieldBlock block)
    {
        long[] shape = x.shape;
        Tensor fields = x.reshape(shape[0], block.Fields, block.Representation.Dimension * shape[2], shape[3]);
        Tensor mean = Part(running_mean, block), variance = Part(running_var, block);

        // The backward pass wants the running statistics as they were given, and blocks that do not permute write into the same tensors:
        // beside those, batch_norm works on copies.
        bool copies = training && !InputType.IsPermutation;
        (Tensor ownMean, Tensor ownVariance) = copies ? (mean.clone(), variance.clone()) : (mean, variance);
        Tensor result = nn.functional.batch_norm(
            fields, ownMean, ownVariance, Part(weight, block), Part(bias, block), training, Momentum, Epsilon);
        if (copies)
        {
            mean.copy_(ownMean);
            variance.copy_(ownVariance);
        }

        return result.reshape(shape);
    }

    private void RequireStatistics(Tensor x, FieldBlock block)
    {
        if (training && Reducer is null)
        {
            long positions = OnHexagons ? new HexagonalDomain(HexagonMask.RadiusOf(x)).Count : x.size(2) * x.size(3);
            RequireNumbers(block.Representation, (double)x.size(0) * block.Representation.Dimension * positions, x.size(0));
        }
    }

    /// <summary>Refuses a batch of which a field has too few numbers for its statistics.</summary>
    /// <param name="field">The field's representation.</param>
    /// <param name="numbers">How many numbers it has in the whole batch.</param>
    /// <param name="samples">How many samples there are in it.</param>
    internal static void RequireNumbers(Representation field, double numbers, double samples)
    {
        // The variance of a single number, and the mean of none, are not numbers; they would stay in the running statistics.
        int least = field is PermutationRepresentation ? 2 : 1;
        if (numbers < least)
        {
            throw new ArgumentException(
                $"FieldBatchNorm: in training a field '{field}' needs at least {least} numbers for its statistics; in " +
                $"this batch of {samples} it has {numbers}. Use a larger batch or image, or eval().",
                nameof(numbers));
        }
    }

    private static Tensor Part(Tensor all, FieldBlock block) => all.narrow(0, block.FirstField, block.Fields);
}
