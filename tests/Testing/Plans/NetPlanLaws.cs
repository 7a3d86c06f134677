using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Testing.Tests;

public class NetPlanLaws
{
    private static readonly PlaneGroup G = PlaneGroup.P4m;
    private static readonly FieldType Regular = FieldType.Regular(G, 2);
    private static readonly NetState Input = new(FieldType.Trivial(G, 1), 9, 7);

    private static readonly int[] OddKernels = [1, 3, 5];

    private static NetPlan Example => new(
        Input,
        [
            new ConvolutionStep(Regular, 3, Stride: 2, Padding: 1, Bias: true),
            new NonlinearityStep(NonlinearityKind.Relu),
            new ResidualStep([new ConvolutionStep(Regular, 3, Padding: 1)]),
            new GroupPoolingStep(),
            new PoolingStep(WindowPoolingKind.Max, 2, 1),
        ]);

    [Fact]
    public void Traces_types_and_sizes()
    {
        Assert.Equal(
            [
                Input, new(Regular, 5, 4), new(Regular, 5, 4), new(Regular, 5, 4),
                new(FieldType.Trivial(G, 2), 5, 4), new(FieldType.Trivial(G, 2), 4, 3),
            ],
            Example.States);
        Assert.Equal(new NetState(FieldType.Trivial(G, 2), 4, 3), Example.Output);
        Assert.Equal(G, Example.Group);
    }

    [Fact]
    public void Equal_plans_are_equal_and_differ_by_any_step()
    {
        Assert.Equal(Example, Example);
        Assert.Equal(Example.GetHashCode(), Example.GetHashCode());
        Assert.NotEqual(Example, new NetPlan(Input, [.. Example.Steps.Take(4)]));
        Assert.NotEqual(Example, new NetPlan(Input with { Rows = 11 }, Example.Steps));
        Assert.NotEqual(
            new ResidualStep([new ConvolutionStep(Regular, 3, Padding: 1)]), new ResidualStep([new ConvolutionStep(Regular, 1)]));
    }

    [Fact]
    public void Prints_one_line_per_step()
    {
        string[] lines = Example.ToString().Split(Environment.NewLine);
        Assert.Equal(6, lines.Length);
        Assert.Equal("net on p4m: 1 trivial, 9 x 7", lines[0]);
        Assert.Equal(
            "  convolution to p4m: 2 regular, kernel 3, stride 2, padding 1, dilation 1, bias -> p4m: 2 regular, 5 x 4", lines[1]);
    }

    [Fact]
    public void Knows_which_steps_leave_the_dyadic_fractions()
    {
        Assert.True(Example.IsExactOnIntegers);
        Assert.True(new NetPlan(Input, [new PoolingStep(WindowPoolingKind.Average, 4, 1)]).IsExactOnIntegers);
        Assert.False(new NetPlan(Input, [new PoolingStep(WindowPoolingKind.Average, 3, 1)]).IsExactOnIntegers);
        Assert.False(new NetPlan(Input, [new NormStep()]).IsExactOnIntegers);
        Assert.False(new NetPlan(Input, [new NonlinearityStep(NonlinearityKind.Tanh)]).IsExactOnIntegers);
        Assert.False(new NetPlan(Input, [new ResidualStep([new NormStep()])]).IsExactOnIntegers);
    }

    [Fact]
    public void The_bound_multiplies_taps_and_weights()
    {
        // 1 * 9 taps + bias, weights 2: 20; the residual 1 + 16 * 9 * 2: 289; input 5.
        Assert.Equal(5 * 20 * 289, Example.Bound(5, 2));
        Tensor x = full([1, 1, 9, 7], 5, ScalarType.Float64);
        Assert.True(NaiveNet.Build(Example)(x).abs().max().item<double>() <= Example.Bound(5, 5));
    }

    /// <summary>The size rule against flips of one axis, case by case: exact where the plan allows it and nowhere else.</summary>
    [Fact]
    public void The_size_rule_is_exactly_that_flips_commute()
    {
        FieldType one = FieldType.Trivial(PlaneGroup.Pmm, 1);
        foreach ((int n, int kernel, int stride, int padding, int dilation) in
            from n in Enumerable.Range(6, 4) from k in Enumerable.Range(1, 4) from s in Enumerable.Range(1, 3)
            from p in Enumerable.Range(0, 3) from d in Enumerable.Range(1, 2) where n + (2 * p) > d * (k - 1) select (n, k, s, p, d))
        {
            NetStep step = new ConvolutionStep(one, kernel, stride, padding, dilation);
            bool allowed = step.Fault(new(one, n, n)) is null;
            Func<Tensor, Tensor> f = Functions.Convolution(one, one, kernel, stride, padding, dilation, seed: 2);
            var report = EquivarianceReport.Measure(f, one, one, IntegerTensors.Random(7, 2, 1, n, n), EquivarianceOptions.Exact);
            Assert.True(allowed == report.IsEquivariant, $"{step} on {n}: the rule says {allowed}{Environment.NewLine}{report}");
        }
    }

    /// <summary>On hexagons every size is exact, and the plan's sizes are those of the functions.</summary>
    [Fact]
    public void On_hexagons_every_step_that_has_room_commutes()
    {
        FieldType one = FieldType.Trivial(PlaneGroup.P6m, 1);
        foreach ((int radius, int kernel, int stride, int padding, int dilation) in
            from r in Enumerable.Range(1, 4) from k in OddKernels from s in Enumerable.Range(1, 3)
            from p in Enumerable.Range(0, 3) from d in Enumerable.Range(1, 2) select (r, k, s, p, d))
        {
            NetStep step = new ConvolutionStep(one, kernel, stride, padding, dilation);
            NetState input = new(one, (2 * radius) + 1, (2 * radius) + 1);
            bool room = radius + padding >= dilation * (kernel / 2);
            Assert.Equal(room, step.Fault(input) is null);
            if (room)
            {
                Tensor x = IntegerTensors.Field(7, input, 2);
                EquivarianceOptions options = EquivarianceOptions.Exact with { AllowVacuous = true };
                EquivarianceAssert.Commutes(NaiveNet.Build(new(input, [step])), one, one, x, options);
            }
        }
    }

    [Fact]
    public void Refuses_on_hexagons_even_kernels_rectangles_and_kernels_larger_than_the_image()
    {
        FieldType type = FieldType.Trivial(PlaneGroup.P3, 1);
        Assert.Equal(
            "Step 0 of 1: Max pooling, kernel 2, stride 1: on hexagons a window has a cell in its centre, so its kernel is odd.",
            NetPlan.Fault(new(type, 5, 5), [new PoolingStep(WindowPoolingKind.Max, 2, 1)]));
        Assert.EndsWith(
            "the hexagon of radius 1 with padding 0 is smaller than the kernel.",
            NetPlan.Fault(new(type, 3, 3), [new PoolingStep(WindowPoolingKind.Max, 5, 1)]), StringComparison.Ordinal);
        Assert.Equal(
            "Input: p3 acts on hexagons, which are stored on a square of odd side; this image is 5 x 7.",
            NetPlan.Fault(new(type, 5, 7), []));
    }

    [Fact]
    public void On_hexagons_the_bound_counts_their_cells()
    {
        FieldType type = FieldType.Trivial(PlaneGroup.P6, 1);
        NetPlan plan = new(new(type, 7, 7), [new ConvolutionStep(type, 3), new ConvolutionStep(type, 5)]);
        Assert.Equal(5.0 * (7 * 2) * (19 * 2), plan.Bound(5, 2));
        Assert.Equal([7, 5, 1], plan.States.Select(state => state.Rows));
    }

    [Fact]
    public void Refuses_a_stride_that_breaks_the_rule() => Refuses(
        [new ConvolutionStep(Regular, 1), new ConvolutionStep(Regular, 2, Stride: 2, Padding: 0)],
        "Step 1 of 2", "on a height of 9, (n + 2p - k_eff) mod s = 7 mod 2 = 1; it must be 0");

    [Fact]
    public void Refuses_a_kernel_larger_than_the_image() =>
        Refuses([new PoolingStep(WindowPoolingKind.Max, 8, 1)], "the width of 7 with padding 0 is smaller than the kernel");

    [Fact]
    public void Refuses_parameters_without_sense() => Refuses([new ConvolutionStep(Regular, 3, Stride: 0)], "at least 1");

    [Fact]
    public void Refuses_group_pooling_of_scalars() =>
        Refuses([new GroupPoolingStep()], "group pooling: needs regular fields; 'p4m: 1 trivial' arrives");

    [Fact]
    public void Refuses_a_convolution_to_another_group() =>
        Refuses([new ConvolutionStep(FieldType.Trivial(PlaneGroup.P4, 1), 1)], "a net has one plane group; 'p4m: 1 trivial' arrives");

    [Fact]
    public void Refuses_a_branch_that_ends_elsewhere() =>
        Refuses(
            [new ResidualStep([new ConvolutionStep(Regular, 1)])],
            "the branch ends in 'p4m: 2 regular, 9 x 7'; the input is 'p4m: 1 trivial, 9 x 7'");

    [Fact]
    public void Refuses_a_branch_without_steps() => Refuses([new ResidualStep([])], "the branch has no steps");

    [Fact]
    public void Refuses_a_fault_inside_a_branch() =>
        Refuses([new ResidualStep([new GroupPoolingStep()])], "residual: group pooling: needs regular fields");

    private static void Refuses(IReadOnlyList<NetStep> steps, params string[] parts)
    {
        ArgumentException refusal = Assert.Throws<ArgumentException>(() => new NetPlan(Input, steps));
        Assert.All(parts, part => Assert.Contains(part, refusal.Message, StringComparison.Ordinal));
    }
}
