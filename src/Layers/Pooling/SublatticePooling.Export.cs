using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Layers;

public sealed partial class SublatticePooling : IExportable
{
    /// <summary><see cref="PlainWindows"/>; on hexagons a mask follows.</summary>
    /// <inheritdoc/>
    public nn.Module<Tensor, Tensor> Export(ExportContext context)
    {
        (Sublattice sublattice, SublatticeWindow window) = (Sublattice, _window);
        return PlainSequence.Of(
            new PlainWindows(Kind, (rows, columns) => Windows(sublattice, window, rows, columns)),
            OnHexagons ? new PlainHexagon() : nn.Identity());
    }
}
