using static TorchSharp.torch;

namespace GCnn.Layers;

public sealed partial class Concatenation : IExportable
{
    /// <summary>A <see cref="PlainConcatenation"/> of what its modules become.</summary>
    /// <inheritdoc/>
    public nn.Module<Tensor, Tensor> Export(ExportContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new PlainConcatenation([.. named_children().Select(branch => context.Export(branch.name, branch.module))]);
    }
}
