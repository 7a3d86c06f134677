using static TorchSharp.torch;

namespace GCnn.Testing.Tests;

/// <summary>A fault inside a net: the report names the layer.</summary>
public class FaultsInNets
{
    [Fact]
    public void The_sound_net_passes_before_and_after_training()
    {
        using nn.Module<Tensor, Tensor> net = ForeignNet.Build();
        ModelReport report = ForeignNet.Report(net);
        report.ThrowIfBroken();
        EquivarianceAssert.LayersCommute(net, ForeignNet.Image, ForeignNet.Fields, ForeignNet.Input(), ForeignNet.Options);
        Assert.Null(report.FirstOffender);
        Assert.Equal(["lift", "rectify", "group", "down", "norm"], report.Before.Layers.Select(layer => layer.Path));
        Assert.All(report.Stages.SelectMany(stage => stage.Layers), layer => Assert.True(layer.Own.Holds && layer.Accumulated.Holds));

        // Its norm.norm is a plain module inside a layer with types.
        Assert.Equal(["norm.norm"], report.Skipped.Select(layer => layer.Path));
    }

    [Fact]
    public void A_wrong_inverse() => Blames("lift", ForeignNet.Build(lifting: Turning.WrongInverse));

    [Fact]
    public void A_missing_permutation_of_the_fibre() => Blames("group", ForeignNet.Build(group: Turning.NoFibrePermutation));

    [Fact]
    public void A_stride_on_an_even_size() => Blames("down", ForeignNet.Build(), side: 8);

    [Fact]
    public void A_batch_norm_over_the_wrong_axis()
    {
        using nn.Module<Tensor, Tensor> net = ForeignNet.Build(norm: nn.BatchNorm2d(16, dtype: ScalarType.Float64));
        ModelReport report = ForeignNet.Report(net);
        Assert.True(report.Before.Whole.IsEquivariant);
        Assert.Equal("norm", report.FirstOffender?.Path);
        Assert.Same(report.After!.FirstOffender, report.FirstOffender);
    }

    private static void Blames(string path, nn.Module<Tensor, Tensor> net, int side = 9)
    {
        ModelReport report = ForeignNet.Report(net, side);
        Assert.False(report.IsEquivariant);
        Assert.All(report.Stages, stage =>
        {
            Assert.Equal(path, stage.FirstOffender?.Path);
            Assert.All(stage.Layers, layer => Assert.Equal(layer.Path != path, layer.Own.Holds));

            // Up to the fault nothing has gone wrong; from it on everything has.
            bool[] soFar = [.. stage.Layers.Select(layer => layer.Accumulated.Holds)];
            int fault = stage.Layers.ToList().FindIndex(layer => layer.Path == path);
            Assert.Equal(Enumerable.Range(0, soFar.Length).Select(i => i < fault), soFar);
        });
        string message = Assert.Throws<EquivarianceException>(report.ThrowIfBroken).Message;
        Assert.Contains($"First offender: {path} ", message, StringComparison.Ordinal);
        net.Dispose();
    }
}
