using GCnn.Groups;
using GCnn.Testing;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

public class AdaptivePoolingLaws
{
    public static TheoryData<string> PlaneGroups => Examples.PlaneGroups;

    public static TheoryData<string> KeepingTheAxes => Examples.KeepingTheAxes;

    public static TheoryData<string> Hexagonal => Hexagons.PlaneGroups;

    private static FieldType One => FieldType.Trivial(PlaneGroup.P4, 1);

    [Theory]
    [MemberData(nameof(PlaneGroups))]
    public void Commutes_at_every_size(string name)
    {
        FieldType type = Examples.Mixed(PlaneGroup.Named(name));
        foreach (PoolingKind kind in Enum.GetValues<PoolingKind>())
        {
            foreach (var (rows, columns, size) in new[] { (5, 7, 3), (8, 5, 2), (4, 6, 3), (7, 11, 4), (2, 3, 4) })
            {
                Laws.Commutes(new AdaptivePooling(type, size, kind), rows, columns);
            }
        }

        FieldType mixing = MixingRepresentation.Type(PlaneGroup.Named(name));
        Laws.Commutes(new AdaptivePooling(mixing, 3), 5, 7);
        EquivarianceAssert.GradientsCommute(
            new AdaptivePooling(type, 3, PoolingKind.Max).call, type, type, IntegerModules.Distinct(1, 2, type.Channels, 5, 7));
    }

    [Theory]
    [MemberData(nameof(KeepingTheAxes))]
    public void Where_rows_stay_rows_the_output_may_be_any_rectangle(string name)
    {
        FieldType type = FieldType.Regular(PlaneGroup.Named(name), 1);
        Laws.Commutes(new AdaptivePooling(type, 2, 3), 5, 7);
    }

    [Theory]
    [MemberData(nameof(Hexagonal))]
    public void On_hexagons_it_commutes_at_every_radius(string name)
    {
        FieldType type = FieldType.Regular(PlaneGroup.Named(name), 1);
        foreach (PoolingKind kind in Enum.GetValues<PoolingKind>())
        {
            for (int r = 0; r <= 7; r++)
            {
                for (int output = 0; output <= Math.Min(r, 2); output++)
                {
                    using DisposeScope scope = NewDisposeScope();
                    using AdaptivePooling pooling = new(type, (2 * output) + 1, kind);
                    Tensor x = Hexagons.Input(type, r, samples: 1);
                    Assert.Equal((2 * output) + 1, pooling.call(x).size(3));
                    Hexagons.Commutes(pooling, x);
                }
            }
        }
    }

    [Fact]
    public void It_is_that_of_torch()
    {
        Tensor x = Laws.Input(One, 7, 11);
        foreach (int size in new[] { 1, 2, 3, 5, 8 })
        {
            Assert.True(nn.functional.adaptive_avg_pool2d(x, size).allclose(new AdaptivePooling(One, size).call(x), 1e-12, 1e-12));
            Assert.True(Examples.Same(
                nn.functional.adaptive_max_pool2d(x, [size, size]), new AdaptivePooling(One, size, PoolingKind.Max).call(x)));
        }
    }

    [Fact]
    public void One_window_is_pooling_over_all_positions()
    {
        FieldType hexagonal = FieldType.Trivial(PlaneGroup.P6, 2);
        Tensor x = Hexagons.Input(hexagonal, 4);
        foreach (PoolingKind kind in Enum.GetValues<PoolingKind>())
        {
            Assert.True(Examples.Same(
                new SpatialPooling(hexagonal, kind).call(x), new AdaptivePooling(hexagonal, 1, kind).call(x).flatten(1)));
        }
    }

    [Fact]
    public void Windows_that_begin_at_equal_steps_and_end_with_the_next_are_refused()
    {
        // The last window takes what is left: 5 pixels as 2 + 3.
        FieldType type = FieldType.Regular(PlaneGroup.P4, 1);
        Laws.IsRefused(
            x => stack(
                [.. new[] { (0, 2), (2, 3) }.SelectMany(r => new[] { (0, 2), (2, 3) }.Select(c =>
                    x.narrow(2, r.Item1, r.Item2).narrow(3, c.Item1, c.Item2).amax(2, 3)))], 2).reshape(2, 4, 2, 2),
            type, type, 5, 5);
        Laws.Commutes(new AdaptivePooling(type, 2, PoolingKind.Max), 5, 5);
    }

    [Fact]
    public void Refusals_say_what_is_wrong()
    {
        Messages.Say<ArgumentException>(
            () => new AdaptivePooling(One, 2, 3), "AdaptivePooling: the output is to be 2 x 3", "p4 has elements", "3 x 2", "as many rows");
        Messages.Say<ArgumentException>(
            () => new AdaptivePooling(FieldType.Trivial(PlaneGroup.P6, 1), 4), "AdaptivePooling: the output is to be 4 x 4", "odd size");
        Messages.Say<ArgumentException>(
            () => new AdaptivePooling(FieldType.Trivial(PlaneGroup.P6, 1), 5).call(zeros(1, 1, 3, 3)), "radius 1", "5 x 5", "Upsample");
        Messages.Say<ArgumentOutOfRangeException>(() => new AdaptivePooling(One, 0), "AdaptivePooling", "rows is 0", "at least 1");
        Messages.Say<ArgumentException>(
            () => new AdaptivePooling(MixingRepresentation.Type(PlaneGroup.P4), 3, PoolingKind.Max), "AdaptivePooling", "'mixing'");
    }
}
