using static TorchSharp.torch;

namespace GCnn.Layers;

public sealed partial class DiscMask : IExportable
{
    /// <summary>A <see cref="PlainDisc"/>.</summary>
    /// <inheritdoc/>
    public nn.Module<Tensor, Tensor> Export(ExportContext context) => new PlainDisc(NewWeights());
}
