using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>The matrix of a function that is one linear map at each position, and the 1 x 1 convolution that it therefore is.</summary>
internal static class PointwiseMatrix
{
    /// <summary>The matrix: its columns are what the function makes of the basis vectors, as images of one position.</summary>
    internal static Tensor Of(Func<Tensor, Tensor> linear, int channels)
    {
        using var scope = NewDisposeScope();
        using IDisposable noGrad = no_grad();
        Tensor images = eye(channels, dtype: ScalarType.Float64).view(channels, channels, 1, 1);
        return linear(images).flatten(1).t().contiguous().MoveToOuterDisposeScope();
    }

    internal static Conv2d Export(ExportContext context, Func<Tensor, Tensor> linear, int channels)
    {
        using var scope = NewDisposeScope();
        return ChannelMap.Filled(context, channels, 1, Of(linear, channels).unsqueeze(2).unsqueeze(3));
    }
}
