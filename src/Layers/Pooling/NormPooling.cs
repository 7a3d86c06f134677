using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>Each field becomes a scalar field, its Euclidean norm at each position: <c>y_f(x) = ‖x_f(x)‖</c>.</summary>
/// <remarks>
/// It is group pooling by the norm: to irreps what <see cref="GroupPooling"/> is to regular fields, and it serves every representation.
/// The gradient is 0 where a field is 0. <b>Shapes:</b> <c>N x C x H x W -> N x fields x H x W</c>. Source: [WeilerCesa2019], section 2.7.
/// </remarks>
public sealed partial class NormPooling : EquivariantModule, IGeometric
{
    /// <summary>Builds the layer.</summary>
    /// <param name="inputType">The type of its input; the output has one scalar field for each of its fields.</param>
    public NormPooling(FieldType inputType)
        : base(nameof(NormPooling), inputType, Scalars(inputType))
    {
    }

    /// <inheritdoc/>
    public LayerGeometry Geometry => new PointwiseGeometry();

    /// <summary>Takes the norms.</summary>
    /// <param name="input">A tensor of the input type.</param>
    public override Tensor forward(Tensor input)
    {
        RequireInput(input);
        using var scope = NewDisposeScope();
        return BlockByBlock(block => BlockFields.Norms(BlockFields.Of(input, block)).Norm).MoveToOuterDisposeScope();
    }

    private static FieldType Scalars(FieldType type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return FieldType.Trivial(type.Group, type.Fields.Count);
    }
}
