using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>A plain module in a net, which says nothing of how its outputs stand on its input.</summary>
internal sealed class UnknownLayer(nn.Module<Tensor, Tensor> module, FieldType type) : EquivariantModule(module.GetName(), type, type)
{
    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => module.call(input);
}
