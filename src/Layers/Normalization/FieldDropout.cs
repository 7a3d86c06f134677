using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>
/// Drops whole fields: in training each field of each image is zeroed with probability <c>p</c> and otherwise scaled by
/// <c>1 / (1 − p)</c>; in evaluation nothing changes.
/// </summary>
/// <remarks>
/// All channels and positions of a field share one draw, so for any draw the layer commutes with the action.
/// <b>Shapes:</b> <c>N x C x H x W -> N x C x H x W</c>. Source: [Tompson2015], section 3.2 (spatial dropout), field by field.
/// </remarks>
public sealed partial class FieldDropout : EquivariantModule, IGeometric
{
    private readonly DeviceIndex _fieldOf;

    /// <summary>Builds the layer.</summary>
    /// <param name="type">The type of its input and output, of any representations.</param>
    /// <param name="probability">The probability <c>p</c> of dropping a field, at least 0 and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The probability is not in that range.</exception>
    public FieldDropout(FieldType type, double probability = 0.5)
        : base(nameof(FieldDropout), type, type)
    {
        if (probability is not (>= 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(
                nameof(probability),
                $"FieldDropout: the probability is {probability}; it must be at least 0 and below 1, where nothing would be left.");
        }

        Probability = probability;
        _fieldOf = new DeviceIndex([.. Enumerable.Range(0, type.Channels).Select(channel => (long)type.FieldOf(channel))]);
    }

    /// <summary>The probability of dropping a field.</summary>
    public double Probability { get; }

    /// <inheritdoc/>
    public LayerGeometry Geometry => new PointwiseGeometry();

    /// <summary>Drops fields in training, drawn from the default generator.</summary>
    /// <param name="input">A tensor of the type.</param>
    public override Tensor forward(Tensor input)
    {
        RequireInput(input);
        if (!training || Probability == 0)
        {
            return input.alias();
        }

        using var scope = NewDisposeScope();
        Tensor kept = empty([input.size(0), InputType.Fields.Count, 1, 1], input.dtype, input.device).bernoulli_(1 - Probability);
        Tensor scale = (kept / (1 - Probability)).index_select(1, _fieldOf.On(input.device));
        return (input * scale).MoveToOuterDisposeScope();
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
}
