using GCnn.Groups;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>
/// Normalisation by the statistics of each sample alone: the fields stand in groups of neighbours <c>G</c>, and
/// <c>y_f = γ_f (x_f − μ_G) / √(σ²_G + ε) + β_f</c> with statistics over positions, the fields of the group and their channels. One field
/// in each group is <see cref="Instance"/> normalisation, all fields in one group is <see cref="Layer"/> normalisation.
/// </summary>
/// <remarks>
/// <para>
/// <c>μ_G</c> is the mean over those channels that the group permutes, and is taken from those channels only, as <c>β_f</c> is added to
/// them only: all of trivial, regular and quotient fields, the trivial irreps, and these parts of direct sums. The other channels have
/// no invariant mean. <c>σ²_G</c> is the mean square of all that is left, which no orthogonal matrix changes. So the layer commutes with
/// every representation, in training and in evaluation alike. On hexagons only the hexagon's cells are positions, and the result is zero
/// outside.
/// </para>
/// <para>
/// <b>Shapes:</b> <c>N x C x H x W -> N x C x H x W</c>. Source: [WuHe2018], equations 1 to 4; [Ulyanov2016]; [Ba2016]; for irreps, as
/// <see cref="FieldBatchNorm"/>, [WeilerCesa2019], section 2.6.
/// </para>
/// </remarks>
public sealed partial class FieldGroupNorm : EquivariantModule, IGeometric
{
    private readonly Parameter weight;
    private readonly Parameter bias;
    private readonly DeviceIndex _fieldOf;
    private readonly GroupStatistics _statistics;

    /// <summary>Builds the layer with scale 1 and shift 0.</summary>
    /// <param name="type">The type of its input and output, of any representations.</param>
    /// <param name="groups">The number of groups of fields, a divisor of the number of fields.</param>
    /// <param name="epsilon">The <c>ε</c> added to the variance.</param>
    /// <exception cref="ArgumentException">The number of groups does not divide the number of fields.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Epsilon is not positive.</exception>
    public FieldGroupNorm(FieldType type, int groups, double epsilon = 1e-5)
        : base(nameof(FieldGroupNorm), type, type)
    {
        if (groups < 1 || type.Fields.Count % groups != 0)
        {
            throw new ArgumentException(
                $"FieldGroupNorm: {groups} groups of equally many fields were asked for; '{type}' has {type.Fields.Count} fields. " +
                "The number of groups must divide that of fields.",
                nameof(groups));
        }

        Epsilon = epsilon > 0
            ? epsilon
            : throw new ArgumentOutOfRangeException(nameof(epsilon), $"FieldGroupNorm: epsilon is {epsilon}; it must be above 0.");
        Groups = groups;
        weight = new Parameter(ones(type.Fields.Count));
        bias = new Parameter(zeros(type.Fields.Count));
        _fieldOf = new DeviceIndex([.. Enumerable.Range(0, type.Channels).Select(channel => (long)type.FieldOf(channel))]);
        _statistics = new GroupStatistics(type, groups);
        RegisterComponents();
    }

    /// <summary>The number of groups of fields.</summary>
    public int Groups { get; }

    /// <summary>The <c>ε</c> added to the variance.</summary>
    public double Epsilon { get; }

    /// <inheritdoc/>
    public LayerGeometry Geometry => new PointwiseGeometry { SeesAll = true };

    /// <summary>Each field normalised by itself.</summary>
    /// <param name="type">The type of its input and output, of any representations.</param>
    /// <param name="epsilon">The <c>ε</c> added to the variance.</param>
    public static FieldGroupNorm Instance(FieldType type, double epsilon = 1e-5)
    {
        ArgumentNullException.ThrowIfNull(type);
        return new FieldGroupNorm(type, type.Fields.Count, epsilon);
    }

    /// <summary>All fields normalised together.</summary>
    /// <param name="type">The type of its input and output, of any representations.</param>
    /// <param name="epsilon">The <c>ε</c> added to the variance.</param>
    public static FieldGroupNorm Layer(FieldType type, double epsilon = 1e-5) => new(type, 1, epsilon);

    /// <summary>Normalises each sample.</summary>
    /// <param name="input">A tensor of the type.</param>
    /// <exception cref="ArgumentException">A group has a single number and its mean, of which nothing would be left.</exception>
    public override Tensor forward(Tensor input)
    {
        RequireInput(input);
        using var scope = NewDisposeScope();
        long positions = GroupStatistics.Positions(input, OnHexagons);
        RequireSeveralNumbers(input, positions);
        Tensor centred = Masked(input - OfImage(_statistics.Means(input, positions)));
        Tensor scale = (_statistics.MeanSquares(centred, positions) + Epsilon).rsqrt() * OfChannels(weight);
        Tensor shift = OfChannels(bias) * _statistics.Permuted(input);
        return Masked((centred * OfImage(scale)) + OfImage(shift)).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _fieldOf.Dispose();
            _statistics.Dispose();
        }

        base.Dispose(disposing);
    }

    private void RequireSeveralNumbers(Tensor input, long positions)
    {
        if (positions * _statistics.FewestChannels < 2)
        {
            throw new ArgumentException(
                $"FieldGroupNorm: a group of one channel has a single number in an image of {input.size(2)} x {input.size(3)}, and less " +
                "its mean nothing is left. Use fewer groups, or pool less before.",
                nameof(input));
        }
    }

    private static Tensor OfImage(Tensor perChannel) => perChannel.unsqueeze(-1).unsqueeze(-1);

    private Tensor OfChannels(Tensor perField) => perField.index_select(0, _fieldOf.On(perField.device)).unsqueeze(0);
}
