using GCnn.Actions;
using GCnn.Groups;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

public class PointwiseDropoutLaws
{
    public static TheoryData<string> PlaneGroups => AnyLattice.PlaneGroups;

    [Theory]
    [MemberData(nameof(PlaneGroups))]
    public void In_evaluation_it_is_the_identity(string name)
    {
        FieldType type = Signed(PlaneGroup.Named(name));
        using PointwiseDropout dropout = new(type);
        dropout.eval();
        Tensor x = AnyLattice.Integers(type), y = dropout.call(x);
        Assert.True(Examples.Same(x, y));
        AnyLattice.CommutesExactly(dropout);

        // What it gives is its own: a caller may dispose of it.
        y.Dispose();
        Assert.True(Examples.Same(AnyLattice.Integers(type), x));
    }

    [Theory]
    [MemberData(nameof(PlaneGroups))]
    public void With_a_draw_that_turns_along_it_commutes_exactly(string name)
    {
        // y = x * d, so the turned input with the turned draw gives the turned output. Turning d, its signs go.
        FieldType type = Signed(PlaneGroup.Named(name));
        using PointwiseDropout dropout = new(type);
        Tensor x = AnyLattice.Integers(type), kept = Drawn(dropout, ones_like(x)), y = Drawn(dropout, x);
        Assert.True(Examples.Same(x * kept, y));
        for (int h = 0; h < type.Group.Order; h++)
        {
            Tensor turned = kept.Transform(type, h).abs();
            Assert.True(Examples.Same(y.Transform(type, h), x.Transform(type, h) * turned));
        }
    }

    [Fact]
    public void A_fixed_draw_does_not_commute_only_the_distribution_does()
    {
        FieldType type = Signed(PlaneGroup.P4m);
        using PointwiseDropout dropout = new(type);
        AnyLattice.IsRefused(x => Drawn(dropout, x), type, type);
    }

    [Theory]
    [InlineData(0.25)]
    [InlineData(0.5)]
    [InlineData(0.9)]
    public void Each_number_is_dropped_alone_and_the_mean_stays(double p)
    {
        // The mean of n independent factors, 0 or 1/(1 − p), has the standard deviation √(p / (1 − p) / n); the bound is five of them.
        FieldType type = FieldType.Regular(PlaneGroup.P4, 25);
        using PointwiseDropout dropout = new(type, p);
        Tensor y = Drawn(dropout, ones(4, 100, 5, 5));
        Assert.InRange(y.mean().ToDouble(), 1 - (5 * Math.Sqrt(p / (1 - p) / 1e4)), 1 + (5 * Math.Sqrt(p / (1 - p) / 1e4)));
        Assert.InRange((y * (1 - p)).sub(0.5).abs().sub(0.5).abs().max().ToDouble(), 0, 1e-6);

        // Neighbours, in the field or in the plane, agree as often as independent draws do.
        double expected = (p * p) + ((1 - p) * (1 - p));
        foreach (int axis in new[] { 1, 3 })
        {
            Tensor same = y.narrow(axis, 1, y.size(axis) - 1).eq(y.narrow(axis, 0, y.size(axis) - 1)).to(ScalarType.Float32);
            Assert.Equal(expected, same.mean().ToDouble(), 0.03);
        }
    }

    [Fact]
    public void Probability_zero_changes_nothing_and_each_call_draws_anew()
    {
        FieldType type = FieldType.Regular(PlaneGroup.P2, 32);
        using PointwiseDropout never = new(type, 0), dropout = new(type);
        Tensor x = ones(2, type.Channels, 2, 2);
        Assert.True(Examples.Same(x, never.call(x)));
        Assert.False(Examples.Same(dropout.call(x), dropout.call(x)));
        Exports.AreSame(dropout, AnyLattice.Normal(dropout.InputType));
    }

    [Fact]
    public void Refusals_say_what_is_wrong()
    {
        PlaneGroup g = PlaneGroup.P6;
        FieldType turning = FieldType.Trivial(g, 1) + FieldType.Of(g, Irreps.Of(g.PointGroup)[1]);
        Messages.Say<ArgumentException>(() => new PointwiseDropout(turning), "PointwiseDropout", "'irrep 1'", "mixes", "FieldDropout");
        foreach (double p in new[] { 1, -0.1, double.NaN })
        {
            Messages.Say<ArgumentOutOfRangeException>(
                () => new PointwiseDropout(FieldType.Trivial(g, 1), p), $"the probability is {p}", "at least 0 and below 1");
        }
    }

    /// <summary>Permutations and sign irreps.</summary>
    private static FieldType Signed(PlaneGroup g) =>
        Examples.Mixed(g) + FieldType.Of(g, [.. Irreps.Of(g.PointGroup).Where(irrep => irrep.Dimension == 1)]);

    private static Tensor Drawn(PointwiseDropout dropout, Tensor x)
    {
        manual_seed(3);
        return dropout.call(x);
    }
}
