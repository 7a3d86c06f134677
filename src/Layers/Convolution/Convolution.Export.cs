using static TorchSharp.torch;

namespace GCnn.Layers;

public sealed partial class Convolution : IExportable
{
    /// <summary>A <c>Conv2d</c> with the expanded filter and bias; on hexagons a mask follows, and a frame stands before strides.</summary>
    /// <inheritdoc/>
    public nn.Module<Tensor, Tensor> Export(ExportContext context) => _windows.Export(this, Groups, context);
}
