using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GCnn.Layers;

public sealed partial class Upsampling : IExportable
{
    /// <summary>
    /// A <c>ConvTranspose2d</c> of each channel with the kernel; where the border is continued, after a <c>Conv2d</c> that pads.
    /// </summary>
    /// <exception cref="NotSupportedException">The images are hexagons; the message says why that hinders.</exception>
    public nn.Module<Tensor, Tensor> Export()
    {
        PlainModules.RequireRectangles(this);
        using var scope = NewDisposeScope();
        using IDisposable noGrad = no_grad();
        int channels = InputType.Channels;
        ConvTranspose2d plain = nn.ConvTranspose2d(channels, channels, _size, Factor, Cut, groups: channels, bias: false);
        plain.weight.copy_(_kernel.Like(plain.weight) / _divisor);
        if (!ContinuesTheBorder)
        {
            return plain;
        }

        Conv2d padding = nn.Conv2d(channels, channels, 1, padding: 1, padding_mode: PaddingModes.Replicate, groups: channels, bias: false);
        padding.weight.fill_(1);
        return nn.Sequential(padding, plain);
    }
}
