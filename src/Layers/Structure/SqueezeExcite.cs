using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>
/// Squeeze and excitation of fields, <c>y_f(x) = σ(W_2 ReLU(W_1 m + b_1) + b_2)_f x_f(x)</c>: what the whole image holds decides how much
/// of each field passes.
/// </summary>
/// <remarks>
/// <c>m_f</c> is an invariant of field <c>f</c>, its mean over all positions: of the channels where the field permutes them, of the norm
/// <c>‖x_f(x)‖</c> elsewhere. So each field has one gate, which no element changes, and the layer serves every representation. On hexagons
/// only the hexagon's cells are positions.
/// <b>Shapes:</b> <c>N x C x H x W -> N x C x H x W</c>. Source: [Hu2018], section 3, field by field.
/// </remarks>
public sealed partial class SqueezeExcite : EquivariantModule, IGeometric, IArithmetic
{
    private readonly DeviceIndex _fieldOf;
    private readonly EquivariantSequential gate;

    /// <summary>Builds the layer.</summary>
    /// <param name="type">The type of its input and output, of any representations.</param>
    /// <param name="reduction">How many fields share one hidden unit, at least 1.</param>
    /// <param name="generator">The source of the initial weights; the default generator if null.</param>
    /// <exception cref="ArgumentOutOfRangeException">The reduction is less than 1.</exception>
    public SqueezeExcite(FieldType type, int reduction = 4, Generator? generator = null)
        : base(nameof(SqueezeExcite), type, type)
    {
        RequireAtLeast(1, reduction, nameof(SqueezeExcite), nameof(reduction));
        _fieldOf = new DeviceIndex([.. Enumerable.Range(0, type.Channels).Select(channel => (long)type.FieldOf(channel))]);

        // The invariants are scalar fields on an image of one position.
        FieldType squeezed = FieldType.Trivial(type.Group, type.Fields.Count);
        FieldType hidden = FieldType.Trivial(type.Group, Math.Max(1, type.Fields.Count / reduction));
        gate = new EquivariantSequential(
            new Convolution(squeezed, hidden, Stencil.Square(1), generator: generator), PointwiseNonlinearity.ReLU(hidden),
            new Convolution(hidden, squeezed, Stencil.Square(1), generator: generator), PointwiseNonlinearity.Sigmoid(squeezed));
        RegisterComponents();
    }

    /// <inheritdoc/>
    public LayerGeometry Geometry => new PointwiseGeometry { SeesAll = true };

    /// <summary>Both convolutions at one position, and a product for each channel at each position.</summary>
    long IArithmetic.MultiplyAdds(long positions) =>
        gate.Modules.Sum(module => LayerArithmetic.MultiplyAdds(module, 1, 1)) + (positions * InputType.Channels);

    /// <summary>Gates each field.</summary>
    /// <param name="input">A tensor of the type.</param>
    public override Tensor forward(Tensor input)
    {
        RequireInput(input);
        using var scope = NewDisposeScope();
        long positions = OnHexagons ? new HexagonalDomain((int)(input.size(3) / 2)).Count : input.size(2) * input.size(3);
        Tensor invariants = BlockByBlock(block => Sums(input, block)) / positions;
        Tensor gates = gate.call(invariants.unsqueeze(2).unsqueeze(3));
        return (input * gates.index_select(1, _fieldOf.On(input.device))).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _fieldOf.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>The sums over all positions. <b>Shapes:</b> <c>N x C x H x W</c> to <c>N x fields</c>.</summary>
    private static Tensor Sums(Tensor input, FieldBlock block)
    {
        Tensor fields = BlockFields.Of(input, block);
        return block.Representation is PermutationRepresentation
            ? fields.sum([2, 3, 4]) / block.Representation.Dimension
            : BlockFields.Norms(fields).Norm.sum([2, 3]);
    }
}
