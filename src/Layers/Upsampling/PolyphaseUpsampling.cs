using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>
/// The inverse of polyphase sampling: each sample goes back to the place <c>s y + t</c> it was taken from, with the phase <c>t</c> that
/// the sampling chose, and zeros stand between.
/// </summary>
/// <remarks>
/// With <c>t → t'</c>, <c>y → M y + u</c> as at <see cref="PolyphaseSampling"/>, the sample goes to
/// <c>s (M y + u) + t' = M (s y + t) + a</c>: where the element takes the place it came from. So the pair, with any layers between that
/// commute with the coarse plane group, commutes with every shift of a circular image and with every point element, and nothing moves
/// (unless an element exchanges phases that are alike, as it may in symmetric images). A circular convolution after it fills the zeros. The
/// samples taken again with the same choice are the samples. It has no export, as <see cref="PolyphaseSampling"/> has none. <b>Shapes:</b>
/// <c>N x C x H x W</c> to <c>N x C x s H x s W</c>, the size that was sampled. Source: [ChamanDokmanicUpsampling2021].
/// </remarks>
public sealed partial class PolyphaseUpsampling : EquivariantModule, IGeometric
{
    private readonly PolyphaseSampling _sampling;

    /// <summary>Builds the layer.</summary>
    /// <param name="type">The type of its input and output, of any representations.</param>
    /// <param name="sampling">The sampling whose phases it takes back; its own type may be another over the same plane group.</param>
    /// <exception cref="ArgumentException">The type and the sampling have different plane groups.</exception>
    public PolyphaseUpsampling(FieldType type, PolyphaseSampling sampling)
        : base(nameof(PolyphaseUpsampling), type, type)
    {
        ArgumentNullException.ThrowIfNull(sampling);
        if (!type.Group.Equals(sampling.InputType.Group))
        {
            throw new ArgumentException(
                $"{nameof(PolyphaseUpsampling)}: the type '{type}' and the sampled type '{sampling.InputType}' have different plane " +
                "groups; build both from the same one.",
                nameof(sampling));
        }

        _sampling = sampling;
    }

    /// <summary>The number of fine steps in a coarse one.</summary>
    public int Stride => _sampling.Stride;

    /// <inheritdoc/>
    public LayerGeometry Geometry => new PolyphaseGeometry(Stride, Upsamples: true);

    /// <summary>Puts the samples back at the phases that the sampling chose last.</summary>
    /// <param name="input">A tensor of the type, with as many images as went through the sampling.</param>
    /// <exception cref="ArgumentException">The tensor is not of the type, or is not what the sampled images have become.</exception>
    /// <exception cref="InvalidOperationException">Nothing has gone through the sampling yet.</exception>
    public override Tensor forward(Tensor input) => Upsample(input, _sampling.LastChoice
        ?? throw new InvalidOperationException(
            $"{GetName()}: no image has gone through its PolyphaseSampling, so there are no phases to return to. Apply that first."));

    /// <summary>Puts the samples back at given phases. Differentiable.</summary>
    /// <param name="input">A tensor of the type, with as many images as there are phases.</param>
    /// <param name="choice">The phases, from <see cref="PolyphaseSampling.Choose"/>.</param>
    /// <exception cref="ArgumentException">The tensor is not of the type, or the choice is for other images.</exception>
    public Tensor Upsample(Tensor input, PolyphaseChoice choice)
    {
        RequireInput(input);
        PolyphaseSampling.RequireChoice(choice, input.size(0), null, null, GetName());
        PhaseMap map = _sampling.MapFor(choice.Rows, choice.Columns);
        if ((input.size(2), input.size(3)) != (map.Rows, map.Columns))
        {
            throw new ArgumentException(
                $"{GetName()}: the sampled images are {map.Rows} x {map.Columns}; this is {input.size(2)} x {input.size(3)}. Layers " +
                "between sampling and upsampling must keep the size.",
                nameof(input));
        }

        using var scope = NewDisposeScope();
        int area = choice.Rows * choice.Columns;

        // On hexagons samples from outside go to one more place, which is left out again.
        Tensor image = zeros([input.size(0), input.size(1), area + (OnHexagons ? 1 : 0)], input.dtype, input.device)
            .scatter(2, PolyphaseSampling.Places(choice, map, input), input.flatten(2))
            .narrow(2, 0, area);
        return image.reshape(input.size(0), input.size(1), choice.Rows, choice.Columns).MoveToOuterDisposeScope();
    }
}
