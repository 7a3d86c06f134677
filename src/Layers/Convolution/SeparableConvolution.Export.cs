using static TorchSharp.torch;

namespace GCnn.Layers;

public sealed partial class SeparableConvolution : IExportable
{
    /// <summary>Its two convolutions.</summary>
    /// <inheritdoc/>
    public nn.Module<Tensor, Tensor> Export(ExportContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Sequence(("planar", planar), ("pointwise", pointwise));
    }
}
