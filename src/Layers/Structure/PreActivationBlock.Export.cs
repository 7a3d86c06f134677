using static TorchSharp.torch;

namespace GCnn.Layers;

public sealed partial class PreActivationBlock : IExportable
{
    /// <summary>A <see cref="PlainSum"/> of both branches.</summary>
    /// <inheritdoc/>
    public nn.Module<Tensor, Tensor> Export(ExportContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new PlainSum(
            context.Export(nameof(branch), branch), shortcut is null ? nn.Identity() : context.Export(nameof(shortcut), shortcut));
    }
}
