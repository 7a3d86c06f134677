using static TorchSharp.torch;

namespace GCnn.Layers;

public sealed partial class HexagonalMask : IExportable
{
    /// <summary>A <see cref="PlainHexagon"/>.</summary>
    /// <inheritdoc/>
    public nn.Module<Tensor, Tensor> Export(ExportContext context) => new PlainHexagon(Margin);
}
