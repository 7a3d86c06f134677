using FsCheck;
using FsCheck.Fluent;
using GCnn.Groups;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Testing.Tests;

/// <summary>With a fault in one kind of layer, random architectures find it, and shrink to the smallest net that has it.</summary>
public class FaultsAreShrunk
{
    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(1, 3);

    [Theory]
    [InlineData(PlantedFault.UntiedWeights, 1)]
    [InlineData(PlantedFault.BiasPerChannel, 1)]
    [InlineData(PlantedFault.PoolingFromTheSecondColumn, 1)]
    [InlineData(PlantedFault.ScalePerChannel, 2)]
    [InlineData(PlantedFault.ShiftedShortcut, 2)]
    public void To_the_smallest_net_that_has_them(PlantedFault fault, int steps)
    {
        NetPlan? smallest = null;
        Assert.ThrowsAny<Exception>(() => Prop.ForAll(Arbitraries.Nets(PlaneGroup.P4, exact: false), plan =>
        {
            bool holds = Holds(plan, FaultyNet.Build(plan, fault));
            smallest = holds ? smallest : plan;
            return holds;
        }).Check(Runs));
        Assert.NotNull(smallest);
        Assert.True(smallest.Steps.Count <= steps, $"{smallest}");
        Assert.True(smallest.Input.Rows <= 4 && smallest.Input.Columns <= 4, $"{smallest}");
        Assert.Single(smallest.Input.Type.Fields);
    }

    [Fact]
    public void Without_a_fault_nothing_is_found() =>
        Prop.ForAll(Arbitraries.Nets(PlaneGroup.P4, exact: false), plan => Holds(plan, NaiveNet.Build(plan))).Check(Runs.WithMaxTest(60));

    private static bool Holds(NetPlan plan, Func<Tensor, Tensor> net)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = IntegerTensors.Field(5, plan.Input, 1);
        return EquivarianceReport.Measure(net, plan.Input.Type, plan.Output.Type, x).Holds;
    }
}
