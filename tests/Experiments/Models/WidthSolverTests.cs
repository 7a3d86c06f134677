using GCnn.Experiments.CommandLine;
using GCnn.Experiments.Models;
using GCnn.Groups;
using GCnn.Layers;
using static TorchSharp.torch;

namespace GCnn.Experiments.Tests.Models;

public sealed class WidthSolverTests
{
    public static TheoryData<string> Groups => [.. PlaneGroup.All.Select(group => group.Name)];

    [Theory]
    [MemberData(nameof(Groups))]
    public void The_closed_form_counts_what_the_net_has(string name)
    {
        PlaneGroup group = Named(name);
        foreach ((int[] widths, int classes) in new (int[], int)[] { ([1, 1, 1, 1, 1], 2), ([3, 5, 2, 4, 6], 3), ([6, 4, 3, 7, 9], 5) })
        {
            using var net = new GalaxyNet(group, widths, classes);
            Assert.Equal(net.parameters().Sum(parameter => parameter.NumberOfElements), WidthSolver.Parameters(group, widths, classes));
        }
    }

    [Fact]
    public void The_closed_form_is_the_sum_by_hand() =>
        // 3·25·2 + 9·8·(2·3 + 3·1 + 1·4 + 4·2) + 2·(2 + 3 + 1 + 4 + 2) + 2·3 + 3
        Assert.Equal(150 + 1512 + 24 + 9, WidthSolver.Parameters(PlaneGroup.P4m, [2, 3, 1, 4, 2], 3));

    [Fact]
    public void On_hexagons_windows_have_19_and_7_cells() =>
        Assert.Equal((3 * 19 * 2) + (7 * 12 * (6 + 3 + 4 + 8)) + 24 + 9, WidthSolver.Parameters(PlaneGroup.P6m, [2, 3, 1, 4, 2], 3));

    [Theory]
    [MemberData(nameof(Groups))]
    public void The_widths_stay_within_the_budget_and_no_layer_can_be_widened(string name)
    {
        PlaneGroup group = Named(name);
        foreach (int budget in (int[])[1000, 1500, 7000, 70_000, 1_000_000, 50_000_000])
        {
            int[] widths = WidthSolver.Solve(group, 3, budget);
            Assert.InRange(WidthSolver.Parameters(group, widths, 3), 1, budget);
            for (int layer = 0; layer < widths.Length; layer++)
            {
                int[] wider = [.. widths];
                wider[layer]++;
                Assert.True(WidthSolver.Parameters(group, wider, 3) > budget, $"{group} at {budget}: layer {layer} of [{string.Join(", ", widths)}]");
            }
        }
    }

    [Fact]
    public void All_groups_come_within_two_percent_of_each_other_at_70000()
    {
        int[] counts = [.. PlaneGroup.All.Select(group => WidthSolver.Parameters(group, WidthSolver.Solve(group, 3, 70_000), 3))];
        Assert.InRange(counts.Min(), 0.98 * counts.Max(), 70_000);
    }

    [Fact]
    public void A_smaller_group_gets_more_fields()
    {
        int[] fields = [.. ((PlaneGroup[])[PlaneGroup.P4m, PlaneGroup.P4, PlaneGroup.P1]).Select(g => WidthSolver.Solve(g, 3, 70_000).Sum())];
        Assert.Equal(fields.Order(), fields);
        Assert.Equal(3, fields.Distinct().Count());
    }

    [Fact]
    public void The_least_budget_is_accepted_and_one_less_is_refused()
    {
        int least = WidthSolver.Parameters(PlaneGroup.P4m, [1, 1, 1, 1, 1], 3);
        Assert.Equal([1, 1, 1, 1, 1], WidthSolver.Solve(PlaneGroup.P4m, 3, least));
        var refusal = Assert.Throws<UsageException>(() => WidthSolver.Solve(PlaneGroup.P4m, 3, least - 1));
        Assert.Equal($"--parameters {least - 1}: the narrowest p4m net has {least}; allow that many.", refusal.Message);
    }

    [Theory]
    [InlineData("p1", 65)]
    [InlineData("p4m", 65)]
    [InlineData("p4", 33)]
    [InlineData("p6m", 65)]
    [InlineData("p3", 17)]
    [InlineData("p4m-p4-p2", 33)]
    public void Multiply_adds_are_those_of_the_summary(string name, int size)
    {
        GroupChain groups = ModelName.ParseList(name == "p1" ? "z2" : name)[0].Groups;
        int[] widths = [3, 5, 2, 4, 6];
        using var net = new GalaxyNet(groups, widths, 3);
        using nn.Module<Tensor, Tensor> whole = nn.Sequential(net.Features, net.Classifier);
        Assert.Equal(Summary.For(whole, 3, size, size).MultiplyAdds, WidthSolver.MultiplyAdds(groups, widths, 3, size));
    }

    [Fact]
    public void At_equal_multiply_adds_the_budget_is_kept_and_no_layer_can_be_widened()
    {
        int[] reference = WidthSolver.Solve(PlaneGroup.P1, 3, 80_000);
        long budget = WidthSolver.MultiplyAdds(PlaneGroup.P1, reference, 3, 65);
        int[] widths = WidthSolver.SolveMultiplyAdds(PlaneGroup.P4m, 3, 65, budget);
        Assert.InRange(WidthSolver.MultiplyAdds(PlaneGroup.P4m, widths, 3, 65), 0.9 * budget, budget);
        foreach (int layer in Enumerable.Range(0, widths.Length))
        {
            int[] wider = [.. widths];
            wider[layer]++;
            Assert.True(WidthSolver.MultiplyAdds(PlaneGroup.P4m, wider, 3, 65) > budget);
        }

        Assert.Equal(
            "--budget multiply-adds: the narrowest p4m net has 1047387 for an image, and the first model 1000; allow it more by --parameters.",
            Assert.Throws<UsageException>(() => WidthSolver.SolveMultiplyAdds(PlaneGroup.P4m, 3, 65, 1000)).Message);
    }

    [Theory]
    [InlineData(1.0)]
    [InlineData(1.5)]
    [InlineData(2.0)]
    public void At_equal_time_the_widths_are_found_by_a_few_measurements(double power)
    {
        int measured = 0;
        (int[] widths, double ratio) = WidthSolver.SolveTime(PlaneGroup.P4m, 3, 80_000, candidate =>
        {
            measured++;
            return Math.Pow(candidate.Sum() / 160.0, power);
        });
        Assert.InRange(widths.Sum(), 150, 170);
        Assert.Equal(Math.Pow(widths.Sum() / 160.0, power), ratio);
        Assert.InRange(measured, 1, 6);
    }

    [Fact]
    public void A_net_that_is_too_slow_at_its_narrowest_is_refused() => Assert.Equal(
        "--budget time: a step of the narrowest p4m net takes 3.00 times as long as one of the first model; allow it more by --parameters.",
        Assert.Throws<UsageException>(() => WidthSolver.SolveTime(PlaneGroup.P4m, 3, 80_000, _ => 3)).Message);

    private static PlaneGroup Named(string name) => PlaneGroup.Named(name);
}
