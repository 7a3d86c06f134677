using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>
/// Drops single numbers: in training each channel at each position is zeroed with probability <c>p</c> and otherwise scaled by
/// <c>1 / (1 − p)</c>; in evaluation nothing changes.
/// </summary>
/// <remarks>
/// In training it is equivariant in distribution only: the draw does not turn with the image, but every draw is as likely as its turned
/// one, since the group moves numbers to numbers, up to their sign. So channels must be permuted up to signs. In evaluation it is exact.
/// <see cref="FieldDropout"/> commutes for every draw and takes every representation.
/// <b>Shapes:</b> <c>N x C x H x W -> N x C x H x W</c>. Source: [Srivastava2014].
/// </remarks>
public sealed partial class PointwiseDropout : EquivariantModule, IGeometric
{
    /// <summary>Builds the layer.</summary>
    /// <param name="type">The type of its input and output.</param>
    /// <param name="probability">The probability <c>p</c> of dropping a number, at least 0 and below 1.</param>
    /// <exception cref="ArgumentException">A field's matrices are not permutations up to signs; the message names it.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The probability is not in that range.</exception>
    public PointwiseDropout(FieldType type, double probability = 0.5)
        : base(nameof(PointwiseDropout), type, type)
    {
        Probability = probability is >= 0 and < 1
            ? probability
            : throw new ArgumentOutOfRangeException(
                nameof(probability),
                $"PointwiseDropout: the probability is {probability}; it must be at least 0 and below 1, where nothing would be left.");
        if (type.Fields.Distinct().FirstOrDefault(field => SignedPermutation.Of(field) is null) is Representation other)
        {
            throw new ArgumentException(
                $"PointwiseDropout drops single channels, as likely as those that the group takes them to; '{other}' in '{type}' mixes " +
                "its channels. Use FieldDropout.",
                nameof(type));
        }
    }

    /// <summary>The probability of dropping a number.</summary>
    public double Probability { get; }

    /// <inheritdoc/>
    public LayerGeometry Geometry => new PointwiseGeometry();

    /// <summary>Drops numbers in training, drawn from the default generator.</summary>
    /// <param name="input">A tensor of the type.</param>
    public override Tensor forward(Tensor input)
    {
        RequireInput(input);
        return training && Probability > 0 ? nn.functional.dropout(input, Probability, training: true) : input.alias();
    }
}
