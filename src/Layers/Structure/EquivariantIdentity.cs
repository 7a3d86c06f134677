using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>The input as it is, <c>y = x</c>: a branch that passes its input on.</summary>
/// <remarks><b>Shapes:</b> <c>N x C x H x W</c> to the same.</remarks>
public sealed partial class EquivariantIdentity : EquivariantModule, IGeometric
{
    /// <summary>Builds the module.</summary>
    /// <param name="type">The type of its input and output, of any representations.</param>
    public EquivariantIdentity(FieldType type)
        : base(nameof(EquivariantIdentity), type, type)
    {
    }

    /// <inheritdoc/>
    public LayerGeometry Geometry => new PointwiseGeometry { Preserves = Preserved.Numbers };

    /// <summary>Passes the tensor on.</summary>
    /// <param name="input">A tensor of the type.</param>
    public override Tensor forward(Tensor input)
    {
        RequireInput(input);
        return input.alias();
    }
}
