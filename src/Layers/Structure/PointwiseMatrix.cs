using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>The matrix of a module that is one linear map at each position, and the 1 x 1 convolution that it therefore is.</summary>
internal static class PointwiseMatrix
{
    /// <summary>The matrix: its columns are what the module makes of the basis vectors, as images of one position.</summary>
    internal static Tensor Of(EquivariantModule module) => Of(module.call, module.InputType.Channels);

    internal static Conv2d Export(EquivariantModule module) => Export(module.call, module.InputType.Channels);

    internal static Conv2d Export(Func<Tensor, Tensor> linear, int channels)
    {
        using var scope = NewDisposeScope();
        using IDisposable noGrad = no_grad();
        Tensor matrix = Of(linear, channels);
        Conv2d plain = nn.Conv2d(channels, matrix.size(0), 1, bias: false);
        plain.weight.copy_(matrix.unsqueeze(2).unsqueeze(3));
        return plain;
    }

    private static Tensor Of(Func<Tensor, Tensor> linear, int channels)
    {
        using var scope = NewDisposeScope();
        using IDisposable noGrad = no_grad();
        Tensor images = eye(channels, dtype: ScalarType.Float64).view(channels, channels, 1, 1);
        return linear(images).flatten(1).t().contiguous().MoveToOuterDisposeScope();
    }
}
