using static TorchSharp.torch;

namespace GCnn.Layers;

public sealed partial class PointwiseNonlinearity : IExportable
{
    /// <summary>TorchSharp's module of that function; on hexagons a mask follows where the function does not keep 0.</summary>
    /// <inheritdoc/>
    public nn.Module<Tensor, Tensor> Export(ExportContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return PlainSequence.Of(
            _plain is null ? PlainFunction.Of(_function, this, context) : _plain(),
            _keepsZero || !OnHexagons ? nn.Identity() : new PlainHexagon());
    }
}
