using static TorchSharp.torch;

namespace GCnn.Layers;

public sealed partial class EquivariantIdentity : IExportable
{
    /// <summary>An <c>Identity</c>, which a sequence leaves out.</summary>
    /// <inheritdoc/>
    public nn.Module<Tensor, Tensor> Export(ExportContext context) => nn.Identity();
}
