using GCnn.Groups;
using GCnn.Testing;
using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

public class CosetPoolingLaws
{
    public static TheoryData<string> EveryGroup => [.. PlaneGroup.All.Select(g => g.Name)];

    [Theory]
    [MemberData(nameof(EveryGroup))]
    public void Commutes_for_every_subgroup(string name)
    {
        var g = PlaneGroup.Named(name);
        foreach (Subgroup k in Subgroup.AllOf(g.PointGroup))
        {
            FieldType type = Inside(g, k);
            foreach (PoolingKind kind in Enum.GetValues<PoolingKind>())
            {
                // Multiples of the group's order have means that are integers, whatever the order of the sums.
                using CosetPooling pooling = new(type, k, kind);
                Tensor x = Input(type) * g.Order;
                EquivarianceAssert.Commutes(pooling.call, type, pooling.OutputType, x, EquivarianceOptions.Exact);
            }
        }
    }

    [Theory]
    [MemberData(nameof(EveryGroup))]
    public void The_whole_group_gives_group_pooling_and_the_trivial_one_changes_nothing(string name)
    {
        var g = PlaneGroup.Named(name);
        FieldType type = Inside(g, Subgroup.Whole(g.PointGroup)), regular = FieldType.Regular(g, 2);
        foreach (PoolingKind kind in Enum.GetValues<PoolingKind>())
        {
            Tensor x = Input(type) * g.Order;
            using CosetPooling whole = new(type, Subgroup.Whole(g.PointGroup), kind);
            using GroupPooling pooling = new(type, kind);
            Assert.Equal(pooling.OutputType, whole.OutputType);
            Assert.True(Examples.Same(pooling.call(x), whole.call(x)));
        }

        if (g.Order > 1)
        {
            using CosetPooling trivial = new(regular, Subgroup.Trivial(g.PointGroup));
            Assert.Equal(regular, trivial.OutputType);
            Assert.True(Examples.Same(Input(regular), trivial.call(Input(regular))));
        }
    }

    [Fact]
    public void Pooling_in_two_steps_is_pooling_in_one()
    {
        var g = PlaneGroup.P4m;
        FieldType type = FieldType.Regular(g, 2);
        Tensor x = Input(type) * g.Order;
        foreach (Subgroup k in Subgroup.AllOf(g.PointGroup))
        {
            foreach (PoolingKind kind in Enum.GetValues<PoolingKind>())
            {
                using CosetPooling first = new(type, k, kind);
                using GroupPooling second = new(first.OutputType, kind), both = new(type, kind);
                Assert.True(Examples.Same(both.call(x), second.call(first.call(x))));
            }
        }
    }

    [Fact]
    public void Is_its_definition()
    {
        var g = PlaneGroup.P4m;
        var k = Subgroup.Generated(g.PointGroup, 5);
        Cosets cosets = new(k);
        FieldType type = FieldType.Regular(g, 1);
        Tensor x = Input(type), y = new CosetPooling(type, k).call(x);
        Assert.Equal(FieldType.Quotient(g, k, 1), new CosetPooling(type, k).OutputType);
        for (int coset = 0; coset < cosets.Count; coset++)
        {
            Tensor expected = stack([.. cosets.Members(coset).Select(h => x.select(1, h))]).amax(0);
            Assert.True(Examples.Same(expected, y.select(1, coset)));
        }
    }

    [Fact]
    public void Pooling_over_right_cosets_is_refused()
    {
        // The sets K a instead of a K, for a subgroup that is not normal.
        var g = PlaneGroup.P4m;
        var k = Subgroup.Generated(g.PointGroup, 4);
        int[][] right = [.. Enumerable.Range(0, 8).Select(a => new[] { a, g.PointGroup.Multiply(4, a) }).Where(pair => pair[0] < pair[1])];
        Laws.IsRefused(
            x => stack([.. right.Select(pair => x.select(1, pair[0]).maximum(x.select(1, pair[1])))], 1),
            FieldType.Regular(g, 1), FieldType.Quotient(g, k, 1), 4, 5);
    }

    [Fact]
    public void Gradients_commute_and_channels_that_tie_share_them()
    {
        var g = PlaneGroup.P4m;
        FieldType type = FieldType.Regular(g, 2);
        using CosetPooling pooling = new(type, Subgroup.Generated(g.PointGroup, 2));
        EquivarianceAssert.GradientsCommute(pooling.call, type, pooling.OutputType, Laws.Input(type, 4, 5), EquivarianceOptions.Exact);
    }

    [Fact]
    public void Refusals_say_what_is_wrong()
    {
        var g = PlaneGroup.P4m;
        var k = Subgroup.Generated(g.PointGroup, 4);
        Messages.Say<ArgumentException>(
            () => new CosetPooling(FieldType.Quotient(g, Subgroup.Generated(g.PointGroup, 5), 1), k),
            "CosetPooling", "'quotient D4/{0,5}'", "D4{0,4}", "several cosets", "L inside");
        Messages.Say<ArgumentException>(
            () => new CosetPooling(
                FieldType.Of(g, new RegularRepresentation(g.PointGroup) + new RegularRepresentation(g.PointGroup)), k),
            "CosetPooling", "several orbits");
        Messages.Say<ArgumentException>(
            () => new CosetPooling(FieldType.Regular(PlaneGroup.P4, 1), k), "CosetPooling", "D4", "C4", "PlaneGroup.PointGroup");
        Messages.Say<ArgumentException>(() => new CosetPooling(MixingRepresentation.Type(g), k), "CosetPooling", "'mixing'");
    }

    /// <summary>Fields on <c>H/L</c> for every <c>L</c> inside <c>K</c>, and regular ones.</summary>
    private static FieldType Inside(PlaneGroup g, Subgroup k) => Subgroup.AllOf(g.PointGroup)
        .Where(l => l.Members.All(k.Contains))
        .Select(l => FieldType.Quotient(g, l, 2))
        .Aggregate(FieldType.Regular(g, 1), (sum, next) => sum + next);

    private static Tensor Input(FieldType type) =>
        type.Group.Lattice is HexagonalLattice ? Hexagons.Input(type, 2) : Laws.Input(type, 4, 5);
}
