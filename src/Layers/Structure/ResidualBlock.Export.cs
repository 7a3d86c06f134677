using static TorchSharp.torch;

namespace GCnn.Layers;

public sealed partial class ResidualBlock : IExportable
{
    /// <summary>A <see cref="PlainSum"/> of both branches and what the nonlinearity becomes.</summary>
    /// <inheritdoc/>
    public nn.Module<Tensor, Tensor> Export(ExportContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return PlainSequence.Of(
            new PlainSum(
                context.Export(nameof(branch), branch), shortcut is null ? nn.Identity() : context.Export(nameof(shortcut), shortcut)),
            nonlinearity is null ? nn.ReLU() : context.Export(nameof(nonlinearity), nonlinearity));
    }
}
