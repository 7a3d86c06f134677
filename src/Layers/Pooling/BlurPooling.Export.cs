using static TorchSharp.torch;

namespace GCnn.Layers;

public abstract partial class BlurPooling : IExportable
{
    /// <summary>A <c>Conv2d</c> that filters each channel with the weights; on hexagons with what centres it and a mask.</summary>
    /// <inheritdoc/>
    public nn.Module<Tensor, Tensor> Export(ExportContext context) => ExportWeights(context, Weights);
}
