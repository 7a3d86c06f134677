using GCnn.Experiments.Models;
using GCnn.Groups;

namespace GCnn.Experiments.Tests.Models;

public sealed class GroupChainTests
{
    private static readonly GroupChain Chain = new(PlaneGroup.P4m, PlaneGroup.P4, PlaneGroup.P2);

    [Fact]
    public void Every_group_by_itself_is_a_chain_everywhere()
    {
        foreach (PlaneGroup group in PlaneGroup.All)
        {
            GroupChain chain = group;
            Assert.All(Enumerable.Range(0, 5), layer => Assert.Equal(group, chain.At(layer, 5)));
            Assert.Equal((group, group, group.Name), (chain.First, chain.Last, $"{chain}"));
        }
    }

    [Fact]
    public void Each_group_takes_over_one_layer_later_and_the_last_at_the_last()
    {
        Assert.Equal(["p4m", "p4", "p2"], Names(layers: 3));
        Assert.Equal(["p4m", "p4m", "p4m", "p4", "p2"], Names(layers: 5));
    }

    [Fact]
    public void Chains_of_equal_groups_are_equal()
    {
        GroupChain same = new(PlaneGroup.P4m, PlaneGroup.P4, PlaneGroup.P2), other = new(PlaneGroup.P4m, PlaneGroup.Pmm, PlaneGroup.P2);
        Assert.Equal((Chain, Chain.GetHashCode()), (same, same.GetHashCode()));
        Assert.NotEqual(Chain, other);
        Assert.NotEqual<GroupChain>(Chain, PlaneGroup.P4m);
    }

    [Fact]
    public void A_group_that_is_no_smaller_subgroup_of_the_one_before_is_refused()
    {
        Assert.StartsWith(
            "GroupChain: p4m is no smaller subgroup of p4; each group of a chain must hold the next.",
            Assert.Throws<ArgumentException>(() => new GroupChain(PlaneGroup.P4, PlaneGroup.P4m)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new GroupChain(PlaneGroup.P4, PlaneGroup.P4));
        Assert.Throws<ArgumentException>(() => new GroupChain(PlaneGroup.P6, PlaneGroup.P2));
        Assert.StartsWith(
            "GroupChain: it needs at least one group.",
            Assert.Throws<ArgumentException>(() => new GroupChain()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fewer_layers_than_groups_are_refused() => Assert.StartsWith(
        "GroupChain: p4m-p4-p2 needs 3 layers, one for each group; there are 2.",
        Assert.Throws<ArgumentException>(() => Chain.At(0, 2)).Message, StringComparison.Ordinal);

    private static IEnumerable<string> Names(int layers) => Enumerable.Range(0, layers).Select(layer => Chain.At(layer, layers).Name);
}
