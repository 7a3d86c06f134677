using static TorchSharp.torch;

namespace GCnn.Layers;

public sealed partial class FieldSelection : IExportable
{
    /// <summary>A 1 x 1 convolution with one 1 for each output.</summary>
    /// <inheritdoc/>
    public nn.Module<Tensor, Tensor> Export(ExportContext context) => PointwiseMatrix.Export(context, forward, InputType.Channels);
}
