using FsCheck;
using FsCheck.Fluent;
using GCnn.Actions;
using GCnn.Groups;
using GCnn.Testing;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Snippets.Tests;

/// <summary>The code of docs/testing.md, block by block: what stands between two marks is what the page quotes.</summary>
public class TestingDoc
{
    [Fact]
    public void A_function()
    {
        // testing.md: begin
        FieldType image = FieldType.Trivial(PlaneGroup.P4m, 1);
        Tensor x = IntegerTensors.Random(seed: 1, 2, 1, 9, 9);             // float64, small integers: sums are exact

        Tensor Blur(Tensor f) => nn.functional.avg_pool2d(f, [2, 2], [1, 1]);
        EquivarianceAssert.Commutes(Blur, image, image, x, EquivarianceOptions.Exact);

        Tensor Halve(Tensor f) => nn.functional.avg_pool2d(f, [2, 2], [2, 2]);
        Assert.Throws<EquivarianceException>(() => EquivarianceAssert.Commutes(Halve, image, image, x));

        // testing.md: end
    }

    [Fact]
    public void A_model()
    {
        // testing.md: begin
        FieldType image = FieldType.Trivial(PlaneGroup.P4, 1);
        FieldType gradient = FieldType.Of(PlaneGroup.P4, Irreps.Of(PlaneGroup.P4.PointGroup)[1]);
        nn.Module<Tensor, Tensor> net = nn.Sequential(
            ("gradient", new Gradient()),
            ("scale", nn.Conv2d(2, 2, 1, dtype: ScalarType.Float64)));
        ModelReportOptions options = new()
        {
            Types = new Dictionary<string, IFieldMap>
            {
                ["gradient"] = new FieldMap(image, gradient),
                ["scale"] = new FieldMap(gradient, gradient),
            },
        };
        var report = ModelReport.For(net, image, gradient, IntegerTensors.Random(seed: 1, 2, 1, 9, 9), options);

        Assert.False(report.IsEquivariant);
        Assert.Equal("scale", report.FirstOffender?.Path);                 // a 1 x 1 convolution mixes the vector's coordinates freely
        Console.WriteLine(report);

        // testing.md: end
        Assert.Equal(["gradient", "scale"], report.Before.Layers.Select(layer => layer.Path));
        Assert.True(report.Before.Layers[0].Own.Holds);
    }

    [Fact]
    public void The_border()
    {
        // testing.md: begin
        Tensor edges = IntegerTensors.Random(seed: 2, 1, 1, 3, 3);
        Tensor Convolve(Tensor f) => nn.functional.conv2d(f, edges, null, [1, 1], [1, 1], [1, 1]);
        EquivarianceOptions options = new() { Margin = 1, KeepMaps = true };
        var report = EquivarianceReport.MeasureCyclicShifts(Convolve, IntegerTensors.Random(seed: 1, 1, 1, 8, 8), stride: 1, options);

        ElementError oneToTheRight = report.Errors.Single(error => error.Element.Translation == new LatticePoint(1, 0));
        Assert.Equal(0, oneToTheRight.InteriorError);                      // a convolution commutes with shifts ...
        Assert.True(oneToTheRight.BorderError > 0);                        // ... but for what zero padding does at the border
        File.WriteAllBytes(ErrorMapPicture.FileName("shifts", report), ErrorMapPicture.Png(report));

        // testing.md: end
        File.Delete(ErrorMapPicture.FileName("shifts", report));
    }

    [Fact]
    public void Random_nets()
    {
        // testing.md: begin
        Prop.ForAll(Arbitraries.Nets(PlaneGroup.P4m), plan =>
        {
            using DisposeScope scope = NewDisposeScope();
            Func<Tensor, Tensor> net = Build(plan);                        // yours: a layer for each step of the plan
            Tensor x = IntegerTensors.Field(seed: 1, plan.Input, samples: 2);
            return EquivarianceReport.Measure(net, plan.Input.Type, plan.Output.Type, x).Holds;
        }).QuickCheckThrowOnFailure();

        // testing.md: end
        static Func<Tensor, Tensor> Build(NetPlan plan) => x => ones(
            [x.shape[0], plan.Output.Type.Channels, plan.Output.Rows, plan.Output.Columns], ScalarType.Float64).Swapped(x, plan);
    }

    /// <summary>Central differences: to the right, and upwards.</summary>
    private sealed class Gradient() : nn.Module<Tensor, Tensor>(nameof(Gradient))
    {
        public override Tensor forward(Tensor input)
        {
            using DisposeScope scope = NewDisposeScope();
            Tensor right = input.roll([-1L], [3L]) - input.roll([1L], [3L]), up = input.roll([1L], [2L]) - input.roll([-1L], [2L]);
            return cat([right, up], 1).MoveToOuterDisposeScope();
        }
    }
}

/// <summary>Stands for somebody's net in the snippet that leaves it out.</summary>
internal static class StandIn
{
    /// <summary>The output of a constant net, turned with its input; zero outside hexagons is not needed on squares.</summary>
    public static Tensor Swapped(this Tensor y, Tensor x, NetPlan plan) =>
        x.shape[2] == plan.Input.Rows ? y : y.transpose(2, 3);
}
