using static TorchSharp.torch;

namespace GCnn.Testing.Tests;

/// <summary>The step kinds into which a fault can be planted.</summary>
public enum PlantedFault
{
    /// <summary>A convolution whose outputs are mixed by weights that no group ties.</summary>
    UntiedWeights,

    /// <summary>A bias for each channel, not for each orbit.</summary>
    BiasPerChannel,

    /// <summary>A pooling that leaves out the first column before it begins.</summary>
    PoolingFromTheSecondColumn,

    /// <summary>A normalisation with a scale for each channel.</summary>
    ScalePerChannel,

    /// <summary>A shortcut that is one pixel off.</summary>
    ShiftedShortcut,
}

/// <summary>Plans run with plain operators, where every step of one kind has the same fault.</summary>
internal static class FaultyNet
{
    public static Func<Tensor, Tensor> Build(NetPlan plan, PlantedFault fault) => NaiveNet.Build(
        plan, (step, state, x, y) => Spoil(step, state, x, y, fault));

    /// <summary>The result of a step, spoilt if the step is of the kind.</summary>
    private static Tensor Spoil(NetStep step, NetState state, Tensor x, Tensor y, PlantedFault fault) => (fault, step) switch
    {
        (PlantedFault.UntiedWeights, ConvolutionStep) => y + (Ramp(y) * y.roll([1L], [1L])),
        (PlantedFault.BiasPerChannel, ConvolutionStep { Bias: true }) => y + Ramp(y),
        (PlantedFault.PoolingFromTheSecondColumn, PoolingStep) => y.roll([1L], [3L]),
        (PlantedFault.ScalePerChannel, NormStep) => y * Ramp(y),
        (PlantedFault.ShiftedShortcut, ResidualStep) => y - x + x.roll([1L], [3L]),
        _ => y,
    };

    /// <summary>1, 2, 3, ... along the channels.</summary>
    private static Tensor Ramp(Tensor y) => arange(1, y.shape[1] + 1).to(ScalarType.Float64).reshape(1, -1, 1, 1);
}
