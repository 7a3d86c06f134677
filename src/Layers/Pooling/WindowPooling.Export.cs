using static TorchSharp.torch;

namespace GCnn.Layers;

public abstract partial class WindowPooling
{
    /// <summary>A <c>Conv2d</c> that filters each channel with the same weights; on hexagons with what centres it and a mask.</summary>
    private protected nn.Module<Tensor, Tensor> ExportWeights(ExportContext context, double[] weights)
    {
        int channels = InputType.Channels;
        nn.Module<Tensor, Tensor> Plain((long, long) padding)
        {
            using var scope = NewDisposeScope();
            Tensor filter = tensor(weights, [1, 1, KernelSize, KernelSize]).expand(channels, 1, KernelSize, KernelSize);
            return ChannelMap.Filled(context, channels, channels, filter, stride: (Stride, Stride), padding: padding);
        }

        return ExportCentred(Plain);
    }

    /// <summary>Windows of the layer's padding, or on hexagons centred ones.</summary>
    private protected nn.Module<Tensor, Tensor> ExportCentred(Func<(long, long), nn.Module<Tensor, Tensor>> windows) => OnHexagons
        ? CentredWindows.On(windows, (KernelSize / 2, KernelSize / 2), Stride, Padding)
        : windows((Padding, Padding));
}
