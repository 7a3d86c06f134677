using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GCnn.Layers;

public sealed partial class Upsampling : IExportable
{
    /// <summary>
    /// A <c>ConvTranspose2d</c> of each channel with the kernel; where the border is continued, after a <c>Conv2d</c> that pads; on
    /// hexagons before a mask.
    /// </summary>
    /// <inheritdoc/>
    public nn.Module<Tensor, Tensor> Export(ExportContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return PlainSequence.Of(
            ContinuesTheBorder ? Continued(context) : nn.Identity(), Spread(context), OnHexagons ? new PlainHexagon() : nn.Identity());
    }

    private ConvTranspose2d Spread(ExportContext context)
    {
        using var scope = NewDisposeScope();
        using IDisposable noGrad = no_grad();
        int channels = InputType.Channels;
        ConvTranspose2d plain = nn.ConvTranspose2d(
            channels, channels, _size, Factor, Cut, groups: channels, bias: false, device: context.Device, dtype: context.Type);
        plain.weight.copy_(_kernel.Like(zeros(1, dtype: ScalarType.Float64)) / _divisor);
        plain.weight.requires_grad = false;
        return plain;
    }

    private Conv2d Continued(ExportContext context)
    {
        using IDisposable noGrad = no_grad();
        int channels = InputType.Channels;
        Conv2d plain = nn.Conv2d(
            channels, channels, 1, padding: 1, padding_mode: PaddingModes.Replicate, groups: channels, bias: false,
            device: context.Device, dtype: context.Type);
        plain.weight.fill_(1);
        plain.weight.requires_grad = false;
        return plain;
    }
}
