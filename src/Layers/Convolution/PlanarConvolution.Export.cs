using static TorchSharp.torch;

namespace GCnn.Layers;

public sealed partial class PlanarConvolution : IExportable
{
    /// <summary>As of <see cref="Convolution"/>, with as many groups as channels.</summary>
    /// <inheritdoc/>
    public nn.Module<Tensor, Tensor> Export(ExportContext context) => _windows.Export(this, InputType.Channels, context);
}
