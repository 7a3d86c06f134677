using GCnn.Groups;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

public class PolyphaseSamplingLaws
{
    public static TheoryData<string> PlaneGroups => Examples.PlaneGroups;

    private static FieldType One => FieldType.Trivial(PlaneGroup.P4m, 1);

    [Theory]
    [MemberData(nameof(PlaneGroups))]
    public void Commutes_with_every_shift_and_point_element_up_to_a_coarse_shift(string name)
    {
        var g = PlaneGroup.Named(name);
        FieldType type = FieldType.Regular(g, 1) + MixingRepresentation.Type(g);
        foreach (var (stride, rows, columns) in new[] { (2, 4, 6), (2, 6, 6), (3, 6, 9), (4, 8, 4), (1, 2, 3) })
        {
            using DisposeScope scope = NewDisposeScope();
            using PolyphaseSampling sampling = new(type, stride);
            Tensor x = Laws.Input(type, rows, columns);
            Assert.Equal([2, type.Channels, rows / stride, columns / stride], sampling.call(x).shape);
            Assert.True(Torus.CommutesUpToAShift(sampling.call, type, type, x));
        }
    }

    [Fact]
    public void A_fixed_phase_and_a_norm_that_is_not_invariant_are_refused()
    {
        FieldType type = FieldType.Regular(PlaneGroup.P4, 1);
        Tensor x = Laws.Input(type, 6, 6);
        Assert.False(Torus.CommutesUpToAShift(y => y.slice(2, 0, 6, 2).slice(3, 0, 6, 2), type, type, x));

        // The norm of the first channel alone, which a turn exchanges for another.
        using PolyphaseSampling first = new(FieldType.Trivial(PlaneGroup.P4, 1)), all = new(type);
        Assert.False(Torus.CommutesUpToAShift(y => all.Sample(y, first.Choose(y.narrow(1, 0, 1))), type, type, x));
    }

    [Fact]
    public void It_keeps_the_phase_of_largest_norm()
    {
        FieldType type = FieldType.Trivial(PlaneGroup.P4, 2);
        Tensor x = Laws.Input(type, 6, 9, 3);
        using PolyphaseSampling sampling = new(type, 3);
        Tensor y = sampling.call(x);
        for (int n = 0; n < 3; n++)
        {
            Tensor[] phases =
            [
                .. from j in Enumerable.Range(0, 3)
                   from i in Enumerable.Range(0, 3)
                   select x[n].slice(1, j, 6, 3).slice(2, i, 9, 3),
            ];
            int largest = Enumerable.Range(0, 9).MaxBy(t => phases[t].pow(2).sum().item<double>());
            Assert.Equal(largest, sampling.LastChoice!.Phases[n]);
            Assert.True(Examples.Same(phases[largest], y[n]));
        }

        Assert.Equal(sampling.Choose(x), sampling.LastChoice);
        Assert.NotEqual(sampling.Choose(x.roll([1], [3])), sampling.LastChoice);
        Assert.Equal(sampling.Choose(x).GetHashCode(), sampling.LastChoice!.GetHashCode());
    }

    [Theory]
    [MemberData(nameof(PlaneGroups))]
    public void Where_every_phase_has_the_same_norm_invariant_numbers_stay(string name)
    {
        // Signs: all norms tie, and small phases have many symmetries.
        FieldType type = FieldType.Regular(PlaneGroup.Named(name), 1);
        using PolyphaseSampling sampling = new(type);
        for (int seed = 1; seed <= 4; seed++)
        {
            using DisposeScope scope = NewDisposeScope();
            Assert.True(Torus.IsInvariant(y => Invariants(type, sampling.call(y)), type, Signs(seed, type, 4, 6)));
        }
    }

    [Fact]
    public void Taking_the_first_of_the_phases_that_tie_is_refused()
    {
        FieldType type = FieldType.Regular(PlaneGroup.P4m, 1);
        using PolyphaseSampling sampling = new(type);
        Tensor x = Signs(1, type, 4, 6);
        Assert.False(Torus.IsInvariant(y => Invariants(type, y.slice(2, 0, y.size(2), 2).slice(3, 0, y.size(3), 2)), type, x));
        Assert.True(Torus.IsInvariant(y => Invariants(type, sampling.call(y)), type, x));
    }

    [Fact]
    public void A_constant_image_is_sampled_at_once()
    {
        using PolyphaseSampling sampling = new(One);
        Assert.Equal([0], sampling.Choose(zeros(1, 1, 64, 64)).Phases);
        Assert.Equal([0], sampling.Choose(full([1, 1, 64, 64], double.NaN)).Phases);
        Tensor broken = tensor(new double[] { 0, 0, 0, 0, 0, 0, double.NaN, 0 }, [1, 1, 2, 4]);
        Assert.Equal([2], sampling.Choose(broken).Phases);
    }

    [Fact]
    public void The_gradient_goes_to_the_samples_that_were_kept()
    {
        using PolyphaseSampling sampling = new(One);
        Tensor x = tensor(new double[] { 1, 2, 3, 9, 1, 0, 1, 2 }, [1, 1, 2, 4]).requires_grad_();
        sampling.call(x).sum().backward();
        Assert.Equal([0, 1, 0, 1, 0, 0, 0, 0], x.grad!.data<double>().ToArray());
    }

    [Fact]
    public void Refusals_say_what_is_wrong()
    {
        using PolyphaseSampling sampling = new(One);
        Messages.Say<ArgumentOutOfRangeException>(() => new PolyphaseSampling(One, 0), "PolyphaseSampling", "stride is 0", "at least 1");
        Messages.Say<ArgumentException>(() => sampling.call(zeros(1, 1, 6, 7)), "6 x 7", "2 x 2 phases", "of 2 before");
        Messages.Say<ArgumentException>(
            () => sampling.Sample(zeros(2, 1, 4, 4), sampling.Choose(zeros(1, 1, 4, 6))),
            "PolyphaseSampling", "1 images of 4 x 6", "2 of 4 x 4", "same batch");
        Messages.Say<ArgumentException>(() => sampling.call(zeros(1, 2, 4, 4)), "PolyphaseSampling", "needs 1");
    }

    /// <summary>Numbers that no element of the coarse plane group changes: sums of products of neighbours of all kinds.</summary>
    private static Tensor Invariants(FieldType type, Tensor y)
    {
        Tensor x = y.reshape(y.size(0), -1, type.Group.Order, y.size(2), y.size(3));
        Tensor fibres = x.sum(2), pairs = zeros(y.size(0), dtype: ScalarType.Float64);
        foreach ((int dy, int dx) in new[] { (0, 1), (1, 0), (0, -1), (-1, 0) })
        {
            pairs = pairs + (fibres.pow(2) * fibres.roll([dy, dx], [2, 3])).sum([1, 2, 3]);
        }

        return stack([fibres.sum([1, 2, 3]), fibres.pow(3).sum([1, 2, 3]), pairs], 1);
    }

    private static Tensor Signs(int seed, FieldType type, int rows, int columns) =>
        (Laws.Input(type, rows, columns, 2, seed) + 0.5).sign();
}
