using GCnn.Experiments.CommandLine;
using GCnn.Experiments.Models;
using GCnn.Groups;

namespace GCnn.Experiments.Tests.Models;

public sealed class ModelNameTests
{
    [Fact]
    public void Z2_is_the_net_of_p1_under_its_own_name() =>
        Assert.Equal([new ModelName("z2", PlaneGroup.P1, false)], ModelName.ParseList("z2"));

    [Fact]
    public void Every_plane_group_is_a_model_with_and_without_augmentation()
    {
        foreach (PlaneGroup group in PlaneGroup.All)
        {
            Assert.Equal([new ModelName(group.Name, group, false)], ModelName.ParseList(group.Name));
            Assert.Equal([new ModelName($"{group.Name}+aug", group, true)], ModelName.ParseList($"{group.Name}+aug"));
        }
    }

    [Fact]
    public void A_chain_names_the_groups_from_the_largest_to_the_smallest()
    {
        ModelName model = Assert.Single(ModelName.ParseList("p4m-p4-p2+aug"));
        Assert.Equal(new ModelName("p4m-p4-p2+aug", new GroupChain(PlaneGroup.P4m, PlaneGroup.P4, PlaneGroup.P2), true), model);
        Assert.Equal(
            ["p4m", "p4m", "p4m", "p4", "p2"], Enumerable.Range(0, 5).Select(layer => model.Groups.At(layer, 5).Name));
        Assert.Equal(["p6m-p6-p3", "p4m-pmm-pm"], ModelName.ParseList("p6m-p6-p3,p4m-pmm-pm").Select(m => $"{m.Groups}"));
    }

    [Theory]
    [InlineData("p4-p4m")]
    [InlineData("p4m-p4m")]
    [InlineData("p4-pm")]
    [InlineData("p6-p2")]
    public void Groups_that_do_not_hold_each_other_are_refused(string name) =>
        Assert.Equal($"--models: '{name}' is no chain of groups of which each holds the next, as p4m-p4-p2 is.", Refusal(name));

    [Fact]
    public void A_list_keeps_its_order_and_forgives_blanks() =>
        Assert.Equal(["p4m", "z2+aug", "z2"], ModelName.ParseList(" p4m, z2+aug ,,z2,").Select(model => model.Name));

    [Theory]
    [InlineData("p5")]
    [InlineData("P4")]
    [InlineData("p4+noise")]
    [InlineData("+aug")]
    [InlineData("z2+aug+aug")]
    [InlineData("p4m-")]
    [InlineData("p4m-z2")]
    public void An_unknown_name_is_refused_with_the_known_ones(string name)
    {
        string message = Refusal($"z2,{name}");
        Assert.StartsWith($"--models: '{name}' is not known; there are z2 and p1, ", message, StringComparison.Ordinal);
        Assert.EndsWith("p6m, chains of them such as p4m-p4-p2, each with or without +aug.", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_given_twice_is_refused() =>
        Assert.Equal("--models z2,p4,z2: a model is named twice; name each once.", Refusal("z2,p4,z2"));

    [Theory]
    [InlineData("")]
    [InlineData(" , ")]
    public void A_list_without_a_name_is_refused(string list) =>
        Assert.Equal($"--models '{list}' names no model; try z2,p4m.", Refusal(list));

    private static string Refusal(string list) => Assert.Throws<UsageException>(() => ModelName.ParseList(list)).Message;
}
