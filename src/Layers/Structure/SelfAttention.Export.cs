using static TorchSharp.torch;

namespace GCnn.Layers;

public sealed partial class SelfAttention : IExportable
{
    /// <summary>A <see cref="PlainAttention"/> with what its convolutions become, and what the last one becomes.</summary>
    /// <inheritdoc/>
    public nn.Module<Tensor, Tensor> Export(ExportContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        PlainAttention attention = new(
            context.Export(nameof(queries), queries), context.Export(nameof(keys), keys), context.Export(nameof(values), values), Heads,
            positions?.Table().to(context.Type, context.Device).clone(), OnHexagons);
        return PlainSequence.Of(attention, context.Export(nameof(output), output));
    }
}
