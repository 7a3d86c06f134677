using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>The matrix of a module that is one linear map at each position, and the 1 x 1 convolution that it therefore is.</summary>
internal static class PointwiseMatrix
{
    /// <summary>The matrix: its columns are what the module makes of the basis vectors, as images of one position.</summary>
    internal static Tensor Of(EquivariantModule module)
    {
        using var scope = NewDisposeScope();
        using IDisposable noGrad = no_grad();
        int channels = module.InputType.Channels;
        Tensor images = eye(channels, dtype: ScalarType.Float64).view(channels, channels, 1, 1);
        return module.call(images).flatten(1).t().contiguous().MoveToOuterDisposeScope();
    }

    internal static Conv2d Export(EquivariantModule module)
    {
        using var scope = NewDisposeScope();
        using IDisposable noGrad = no_grad();
        Conv2d plain = nn.Conv2d(module.InputType.Channels, module.OutputType.Channels, 1, bias: false);
        plain.weight.copy_(Of(module).unsqueeze(2).unsqueeze(3));
        return plain;
    }
}
