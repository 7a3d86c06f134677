using static TorchSharp.torch;

namespace GCnn.Layers;

public sealed partial class Disentangle : IExportable
{
    /// <summary>A 1 x 1 convolution with the matrix.</summary>
    /// <inheritdoc/>
    public nn.Module<Tensor, Tensor> Export(ExportContext context) => PointwiseMatrix.Export(context, forward, InputType.Channels);
}
