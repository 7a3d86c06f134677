using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GCnn.Experiments.Bench;

/// <summary>The memory format in which the channels of a pixel lie side by side, for which oneDNN has kernels of its own.</summary>
/// <remarks>
/// TorchSharp has no method that takes a format, and needs none: strides are all that tells the formats apart. A tensor of one channel is
/// in both at once, and libtorch then goes by the other operand.
/// </remarks>
public static class ChannelsLast
{
    /// <summary>The same tensor with its channels last in memory.</summary>
    /// <param name="tensor">Images or filters.</param>
    /// <remarks><b>Shapes:</b> <c>N x C x H x W</c> to the same, with strides <c>H W C, 1, W C, C</c>.</remarks>
    public static Tensor Of(Tensor tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        using DisposeScope scope = NewDisposeScope();
        return tensor.permute(0, 2, 3, 1).contiguous().permute(0, 3, 1, 2).MoveToOuterDisposeScope();
    }

    /// <summary>Lays out the filters of a net's convolutions so; what they make of images so laid out is laid out so too.</summary>
    /// <param name="net">The net or layer; an optimiser is to be made after this, for the parameters are new.</param>
    public static void LayOut(nn.Module net)
    {
        ArgumentNullException.ThrowIfNull(net);
        using DisposeScope scope = NewDisposeScope();
        foreach (Conv2d convolution in net.modules().Append(net).OfType<Conv2d>().Distinct())
        {
            Parameter before = convolution.weight;
            convolution.weight = new Parameter(Of(before.detach()));
            before.Dispose();
        }
    }
}
