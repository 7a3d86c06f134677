using static TorchSharp.torch;

namespace GCnn.Layers;

public sealed partial class EquivariantLinear : IExportable
{
    /// <summary>A <c>Linear</c> with the expanded matrix and bias.</summary>
    /// <inheritdoc/>
    public nn.Module<Tensor, Tensor> Export(ExportContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        TorchSharp.Modules.Linear plain = nn.Linear(
            InputType.Channels, OutputType.Channels, Bias is not null, context.Device, context.Type);
        CopyTo(plain.weight, plain.bias);
        return plain;
    }
}
