using GCnn.Actions;
using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

/// <summary>A batch in two parts, each with its thread and its own copy of the layer, beside one layer on the whole batch.</summary>
public class SharedStatisticsLaws
{
    // 4 samples of 4 x 4 pixels: the counts of the fast loops' fields are powers of 2, so means and variances are exact.
    private const int Samples = 4;

    public static TheoryData<string> PlaneGroups => ["p1", "p2", "pm", "p4", "p4m", "p3", "p6m"];

    [Theory]
    [MemberData(nameof(PlaneGroups))]
    public void Parts_are_normalised_as_the_whole(string name)
    {
        Parts parts = Run(Examples.Mixed(PlaneGroup.Named(name)), [2, 2]);
        parts.AssertWhole();
        AssertBroken(Examples.Mixed(PlaneGroup.Named(name)), counts: [true, true], shared: false);
    }

    [Theory]
    [MemberData(nameof(PlaneGroups))]
    public void Parts_may_be_unequal(string name) => Run(Examples.Mixed(PlaneGroup.Named(name)), [3, 1]).AssertWhole();

    [Theory]
    [InlineData("p4")]
    [InlineData("p4m")]
    [InlineData("p6m")]
    public void Irreps_have_no_mean_in_parts_either(string name)
    {
        var g = PlaneGroup.Named(name);
        FieldType irreps = FieldType.Copies(g, Irreps.Of(g.PointGroup)[^1], 2);
        Run(irreps, [3, 1]).AssertWhole();
        Run(irreps + FieldType.Regular(g, 2), [2, 2]).AssertWhole();
    }

    [Theory]
    [InlineData("p4m")]
    [InlineData("p6m")]
    public void A_stand_in_changes_nothing_and_no_gradient_comes_to_it(string name)
    {
        var type = FieldType.Regular(PlaneGroup.Named(name), 2);
        Run(type, [Samples, 0]).AssertWhole();
        AssertBroken(type, counts: [true, true], shared: true, sizes: [Samples, 0]);
    }

    [Fact]
    public void A_part_may_be_a_single_number_and_the_whole_may_not()
    {
        var scalar = FieldType.Trivial(PlaneGroup.P4, 1);
        using var reducer = new ThreadReducer([true, true]);
        Tensor[] results = reducer.Run(rank =>
        {
            using FieldBatchNorm norm = new(scalar) { Reducer = reducer.Of(rank) };
            return norm.call(full([1, 1, 1, 1], rank));
        });
        Assert.Equal([-1f, 1f], results.Select(result => result.item<float>()), (a, b) => Math.Abs(a - b) < 1e-3);

        using var alone = new ThreadReducer([true]);
        using FieldBatchNorm single = new(scalar) { Reducer = alone.Of(0) };
        Messages.Say<ArgumentException>(() => single.call(ones(1, 1, 1, 1)), "needs at least 2", "batch of 1 it has 1");
    }

    [Fact]
    public void In_evaluation_nobody_is_asked()
    {
        using FieldBatchNorm norm = new(FieldType.Regular(PlaneGroup.P4, 1)) { Reducer = new Refusing() };
        norm.eval();
        Assert.Equal([1L, 4, 3, 3], norm.call(ones(1, 4, 3, 3)).shape);
    }

    [Fact]
    public void Gradients_of_gradients_are_refused()
    {
        using var alone = new ThreadReducer([true]);
        using FieldBatchNorm norm = new(FieldType.Regular(PlaneGroup.P4, 1)) { Reducer = alone.Of(0) };
        Tensor x = rand(2, 4, 3, 3).requires_grad_();
        Exception refused = Assert.ThrowsAny<Exception>(
            () => autograd.grad([norm.call(x).pow(2).sum()], [x], create_graph: true));
        Assert.Contains("gradients of gradients", refused.Message, StringComparison.Ordinal);
    }

    private static void AssertBroken(FieldType type, bool[] counts, bool shared, int[]? sizes = null) =>
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => Run(type, sizes ?? [2, 2], counts, shared).AssertWhole());

    /// <summary>The parts' outputs, gradients and running statistics; a part without samples runs on a stand-in.</summary>
    private static Parts Run(FieldType type, int[] sizes, bool[]? counts = null, bool shared = true)
    {
        int side = type.Group.Lattice is HexagonalLattice ? 5 : 4;
        using var hexagon = new HexagonMask();
        Tensor Field(long seed) => type.Group.Lattice is HexagonalLattice
            ? hexagon.Apply(Laws.Input(type, side, side, Samples, seed)) : Laws.Input(type, side, side, Samples, seed);
        (Tensor x, Tensor toOutput) = (Field(1), Field(2));
        using var reducer = new ThreadReducer(counts ?? [.. sizes.Select(size => size > 0)]);
        Part[] parts = reducer.Run(rank =>
        {
            (int start, int size) = (sizes[..rank].Sum(), sizes[rank]);
            return Part.Of(
                type, size == 0 ? x.narrow(0, 0, 1) + 1 : x.narrow(0, start, size),
                size == 0 ? toOutput.narrow(0, 0, 1) * 0 : toOutput.narrow(0, start, size), shared ? reducer.Of(rank) : null);
        });
        return new Parts(Part.Of(type, x, toOutput, null), parts, sizes);
    }

    private sealed record Part(Tensor Output, Tensor ToInput, Tensor ToWeight, Tensor ToBias, Tensor Mean, Tensor Variance)
    {
        public static Part Of(FieldType type, Tensor x, Tensor toOutput, IStatisticsReducer? reducer)
        {
            using FieldBatchNorm norm = new FieldBatchNorm(type, 0.5, 0.25).WithIntegers();
            norm.Reducer = reducer;
            Tensor input = x.detach().clone().requires_grad_();
            Tensor output = norm.call(input);
            (output * toOutput).sum().backward();
            Dictionary<string, Tensor> state = norm.state_dict();

            // Irreps have no shift, and outside of a hexagon nobody asks for a gradient.
            Tensor[] gradients = [.. norm.parameters().Select(parameter => parameter.grad?.clone() ?? zeros_like(parameter))];
            using var hexagon = new HexagonMask();
            Tensor toInput = type.Group.Lattice is HexagonalLattice ? hexagon.Apply(input.grad!) : input.grad!;
            return new Part(
                output.detach(), toInput, gradients[0], gradients[1], state["running_mean"].clone(), state["running_var"].clone());
        }
    }

    private sealed record Parts(Part Whole, Part[] All, int[] Sizes)
    {
        public void AssertWhole()
        {
            Part[] real = [.. All.Where((_, rank) => Sizes[rank] > 0)];
            Close(Whole.Output, cat([.. real.Select(part => part.Output)]));
            Close(Whole.ToInput, cat([.. real.Select(part => part.ToInput)]));
            Close(Whole.ToWeight, All.Select(part => part.ToWeight).Aggregate((a, b) => a + b));
            Close(Whole.ToBias, All.Select(part => part.ToBias).Aggregate((a, b) => a + b));
            foreach (Part part in All)
            {
                Close(Whole.Mean, part.Mean);
                Close(Whole.Variance, part.Variance);
            }

            for (int rank = 0; rank < All.Length; rank++)
            {
                Assert.True(Sizes[rank] > 0 || !All[rank].ToInput.ne(0).any().item<bool>(), "a gradient came to the stand-in");
            }
        }

        private static void Close(Tensor expected, Tensor actual) => Assert.True(
            expected.allclose(actual, 1e-9, 1e-9), $"largest difference {(expected - actual).abs().max().item<double>()}");
    }

    private sealed class Refusing : IStatisticsReducer
    {
        public bool Counts => throw new InvalidOperationException("asked");

        public void Sum(Span<double> numbers) => throw new InvalidOperationException("asked");
    }
}
