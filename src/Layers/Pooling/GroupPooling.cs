using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>How the values of a field, or of an image, become one.</summary>
public enum PoolingKind
{
    /// <summary>The largest.</summary>
    Max,

    /// <summary>The mean.</summary>
    Mean,
}

/// <summary>
/// Pools over the fibre: each field becomes a scalar field, the maximum or the mean of its channels at each position. What
/// comes out no longer turns with the group; it only moves with the pixels.
/// </summary>
/// <remarks>
/// The gradient of a maximum that several channels attain is shared among them equally, so that gradients commute with the action too.
/// The norm of each field, which every representation has, is <see cref="NormPooling"/>; to the cosets of a subgroup, and not all the way
/// to scalars, pools <see cref="CosetPooling"/>.
/// <b>Shapes:</b> <c>N x C x H x W -> N x fields x H x W</c>. Source: [CohenWelling2016], section 6.3 (coset pooling over the whole group).
/// </remarks>
public sealed partial class GroupPooling : EquivariantModule, IGeometric
{
    /// <summary>Builds the layer.</summary>
    /// <param name="inputType">The type of its input; the output has one scalar field for each of its fields.</param>
    /// <param name="kind">Maximum or mean.</param>
    /// <exception cref="ArgumentException">A field does not permute its channels.</exception>
    public GroupPooling(FieldType inputType, PoolingKind kind = PoolingKind.Max)
        : base(
            nameof(GroupPooling), RequirePermutation(nameof(GroupPooling), inputType),
            FieldType.Trivial(inputType.Group, inputType.Fields.Count)) => Kind = kind;

    /// <summary>Maximum or mean.</summary>
    public PoolingKind Kind { get; }

    /// <inheritdoc/>
    public LayerGeometry Geometry => new PointwiseGeometry
    {
        Preserves = Kind == PoolingKind.Max ? Preserved.Maxima : Preserved.Means,
    };

    /// <summary>Pools each field.</summary>
    /// <param name="input">A tensor of the input type.</param>
    public override Tensor forward(Tensor input)
    {
        RequireInput(input);
        using var scope = NewDisposeScope();
        return BlockByBlock(block => Pool(input, block)).MoveToOuterDisposeScope();
    }

    private Tensor Pool(Tensor input, FieldBlock block)
    {
        Tensor fields = BlockFields.Of(input, block);
        return Kind == PoolingKind.Max ? fields.amax(2) : fields.mean([2]);
    }
}
