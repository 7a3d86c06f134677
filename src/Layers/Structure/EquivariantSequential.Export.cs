using static TorchSharp.torch;

namespace GCnn.Layers;

public sealed partial class EquivariantSequential : IExportable
{
    /// <summary>What its modules become, one after another.</summary>
    /// <inheritdoc/>
    public nn.Module<Tensor, Tensor> Export(ExportContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Sequence(named_children());
    }
}
