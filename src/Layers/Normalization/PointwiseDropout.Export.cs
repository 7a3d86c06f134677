using static TorchSharp.torch;

namespace GCnn.Layers;

public sealed partial class PointwiseDropout : IExportable
{
    /// <summary>TorchSharp's own dropout of the same probability.</summary>
    /// <inheritdoc/>
    public nn.Module<Tensor, Tensor> Export(ExportContext context) => nn.Dropout(Probability);
}
