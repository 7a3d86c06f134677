using GCnn.Actions;
using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Testing.Tests;

/// <summary>Runs a plan with plain operators: what tests of layers do with real layers.</summary>
internal static class NaiveNet
{
    public static Func<Tensor, Tensor> Build(NetPlan plan, int seed = 1) => x => Run(plan.Steps, plan.Input, x, seed, (_, _, _, y) => y);

    /// <summary>The net where a function of step, state, <c>x</c> and <c>y</c> changes the result <c>y</c> of each step at <c>x</c>.</summary>
    public static Func<Tensor, Tensor> Build(NetPlan plan, Func<NetStep, NetState, Tensor, Tensor, Tensor> spoil) =>
        x => Run(plan.Steps, plan.Input, x, 1, spoil);

    private static Tensor Run(
        IReadOnlyList<NetStep> steps, NetState state, Tensor x, int seed, Func<NetStep, NetState, Tensor, Tensor, Tensor> spoil)
    {
        for (int i = 0; i < steps.Count; i++)
        {
            Tensor y = steps[i] is ResidualStep r
                ? x + Run(r.Branch, state, x, (31 * seed) + i, spoil)
                : Run(steps[i], state, x, (31 * seed) + i);
            x = spoil(steps[i], state, x, y);
            state = steps[i].Next(state);
            Assert.Equal([state.Type.Channels, state.Rows, state.Columns], Turned(x, state));
        }

        return x;
    }

    /// <summary>The state's shape, with rows and columns exchanged where the input was turned.</summary>
    private static long[] Turned(Tensor x, NetState state) =>
        x.shape[2] == state.Rows ? x.shape[1..] : [x.shape[1], x.shape[3], x.shape[2]];

    private static Tensor Run(NetStep step, NetState state, Tensor x, int seed) => step switch
    {
        ConvolutionStep c => Convolve(c, state, x, seed),
        PoolingStep p when state.IsHexagonal => PoolHexagons(p, x),
        PoolingStep { Kind: WindowPoolingKind.Max } p => nn.functional.max_pool2d(x, p.Kernel, p.Stride),
        PoolingStep p => nn.functional.avg_pool2d(x, [p.Kernel, p.Kernel], [p.Stride, p.Stride]),
        NonlinearityStep { Kind: NonlinearityKind.Relu } => x.relu(),
        NonlinearityStep { Kind: NonlinearityKind.LeakyRelu } => where(x.gt(0), x, x / 4),
        NonlinearityStep => x.tanh(),
        NormStep => x / 3,
        GroupPoolingStep => x.reshape(x.shape[0], state.Type.Fields.Count, -1, x.shape[2], x.shape[3]).amax(2),
        _ => throw new NotSupportedException($"{step}"),
    };

    private static Tensor Convolve(ConvolutionStep c, NetState state, Tensor x, int seed)
    {
        Tensor y = Functions.Convolution(state.Type, c.Output, c.Kernel, c.Stride, c.Padding, c.Dilation, seed)(x);
        Tensor bias = IntegerTensors.Random(seed + 1, c.Output.Orbits).index_select(0, tensor(c.Output.OrbitOfChannel));
        y = c.Bias ? y + bias.reshape(1, -1, 1, 1) : y;
        return state.IsHexagonal ? y.MaskToHexagon() : y;
    }

    /// <summary>Without padding every cell that a window sees is one of the image: the shifts of a hexagon, at multiples of the stride.</summary>
    private static Tensor PoolHexagons(PoolingStep p, Tensor x)
    {
        int radius = (int)x.shape[3] / 2, reach = p.Kernel / 2, kept = (radius - reach) / p.Stride;
        Tensor centres = arange(radius - (p.Stride * kept), radius + (p.Stride * kept) + 1, p.Stride);
        Tensor cells = stack(new HexagonalDomain(reach).Cells.Select(u => x.index_select(2, centres + u.Y).index_select(3, centres + u.X)));
        return (p.Kind == WindowPoolingKind.Max ? cells.amax(0) : cells.sum(0) / cells.shape[0]).MaskToHexagon();
    }
}
