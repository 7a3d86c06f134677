using static TorchSharp.torch;

namespace GCnn.Layers;

public sealed partial class FieldDropout : IExportable
{
    /// <summary>An <c>Identity</c>: in evaluation nothing is dropped, and in training no plain module drops fields.</summary>
    /// <inheritdoc/>
    public nn.Module<Tensor, Tensor> Export(ExportContext context) => nn.Identity();
}
