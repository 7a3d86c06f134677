using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GCnn.Layers;

public abstract partial class BlurPooling : IExportable
{
    /// <summary>A <c>Conv2d</c> that filters each channel with the weights.</summary>
    /// <exception cref="NotSupportedException">The images are hexagons; the message says why that hinders.</exception>
    public nn.Module<Tensor, Tensor> Export()
    {
        PlainModules.RequireRectangles(this);
        using var scope = NewDisposeScope();
        using IDisposable noGrad = no_grad();
        int channels = InputType.Channels;
        Conv2d plain = nn.Conv2d(channels, channels, KernelSize, Stride, Padding, groups: channels, bias: false);
        plain.weight.copy_(tensor(Weights, [1, 1, KernelSize, KernelSize]));
        return plain;
    }
}
