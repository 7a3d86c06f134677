using GCnn.Testing;

namespace GCnn.Layers.Tests;

/// <summary>Builds a plan with the real layers.</summary>
internal static class PlannedNet
{
    public static EquivariantSequential Build(NetPlan plan) => Build(plan.Input, plan.Steps);

    /// <summary>The plan's net, then pooling over fibre and positions.</summary>
    public static EquivariantSequential BuildInvariant(NetPlan plan, PoolingKind kind)
    {
        GroupPooling pooling = new(plan.Output.Type, kind);
        return new(Build(plan), pooling, new SpatialPooling(pooling.OutputType));
    }

    private static EquivariantSequential Build(NetState state, IReadOnlyList<NetStep> steps)
    {
        List<EquivariantModule> layers = [];
        foreach (NetStep step in steps)
        {
            layers.Add(Layer(step, state));
            state = step.Next(state);
        }

        return new([.. layers]);
    }

    private static EquivariantModule Layer(NetStep step, NetState state) => step switch
    {
        ConvolutionStep c => new Convolution(
            state.Type, c.Output, Examples.Window(state.Type.Group, c.Kernel), c.Stride, c.Padding, c.Dilation, c.Bias),
        NonlinearityStep { Kind: NonlinearityKind.Relu } => PointwiseNonlinearity.ReLU(state.Type),
        NonlinearityStep { Kind: NonlinearityKind.LeakyRelu } => PointwiseNonlinearity.LeakyReLU(state.Type, 0.25),
        NonlinearityStep { Kind: NonlinearityKind.Tanh } => PointwiseNonlinearity.Tanh(state.Type),
        NormStep => new FieldBatchNorm(state.Type),
        PoolingStep { Kind: WindowPoolingKind.Max } pooling => new MaxPooling(state.Type, pooling.Kernel, pooling.Stride),
        PoolingStep pooling => new AveragePooling(state.Type, pooling.Kernel, pooling.Stride),
        GroupPoolingStep => new GroupPooling(state.Type),
        ResidualStep residual => new ResidualSum(Build(state, residual.Branch)),
        _ => throw new ArgumentOutOfRangeException(nameof(step), $"The builder knows no '{step}'."),
    };
}
