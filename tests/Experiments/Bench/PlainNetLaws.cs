using GCnn.Experiments.Bench;
using GCnn.Experiments.Models;
using GCnn.Groups;
using TorchSharp.Modules;
using static TorchSharp.torch;
using Convolution = GCnn.Layers.Convolution;

namespace GCnn.Experiments.Tests.Bench;

public sealed class PlainNetLaws
{
    [Fact]
    public void The_plain_nets_have_the_convolutions_of_the_equivariant_ones()
    {
        using var scope = NewDisposeScope();
        using ResidualNet residual = new(PlaneGroup.P4m, [2, 3, 5]);
        using P4Cnn p4 = new(PlaneGroup.P4, 3);
        Assert.Null(Violation(residual, PlainNet.Residual(8, [2, 3, 5], 10)));
        Assert.Null(Violation(p4, PlainNet.P4Cnn(4, 3, 10)));
        Assert.NotNull(Violation(residual, PlainNet.Residual(8, [2, 3, 6], 10)));
        Assert.NotNull(Violation(residual, PlainNet.Residual(4, [2, 3, 5], 10)));
        Assert.NotNull(Violation(p4, PlainNet.P4Cnn(4, 3, 5)));
    }

    [Fact]
    public void They_score_images_as_the_equivariant_ones_do()
    {
        using var scope = NewDisposeScope();
        using PlainNet residual = PlainNet.Residual(8, [1, 1, 1], 4), p4 = PlainNet.P4Cnn(4, 1, 6);
        Assert.Equal([2, 4], residual.call(rand(2, 3, 9, 9)).shape);
        Assert.Equal([2, 6], p4.call(rand(2, 1, P4Cnn.Size, P4Cnn.Size)).shape);
    }

    [Fact]
    public void Channels_last_is_the_same_net_in_another_format()
    {
        using var scope = NewDisposeScope();
        using Conv2d layer = nn.Conv2d(3, 4, 3, bias: false);
        using (no_grad())
        {
            layer.weight.copy_(randint(-4, 5, layer.weight.shape).to(ScalarType.Float32));
        }

        Tensor images = randint(-4, 5, [2, 3, 6, 5]).to(ScalarType.Float32), before = layer.call(images).detach();
        ChannelsLast.LayOut(layer);
        Tensor last = ChannelsLast.Of(images), after = layer.call(last).detach();
        Assert.Equal([90L, 1, 15, 3], last.stride());
        Assert.Equal([27L, 1, 9, 3], layer.weight.stride());
        Assert.Equal(1, after.stride(1));
        Assert.Equal(0, (after - before).abs().max().item<float>());
        Assert.NotEqual(1, before.stride(1));
        Assert.Contains(layer.parameters(), parameter => ReferenceEquals(parameter, layer.weight));
    }

    /// <summary>The first convolution that differs in filter, stride or padding.</summary>
    private static string? Violation(nn.Module ours, PlainNet plain)
    {
        using PlainNet net = plain;
        string[] wanted = [.. ours.modules().OfType<Convolution>().Select(layer =>
            $"{layer.OutputType.Channels} {layer.InputType.Channels} {layer.Stencil.Rows} {layer.Stride} {layer.Padding}")];
        string[] found = [.. net.modules().OfType<Conv2d>().Select(layer =>
            $"{layer.out_channels} {layer.in_channels} {layer.kernel_size[0]} {layer.stride[0]} {layer.padding![0]}")];
        return wanted.Length != found.Length
            ? $"{found.Length} convolutions in place of {wanted.Length}"
            : wanted.Zip(found).Where(pair => pair.First != pair.Second).Select(pair => $"{pair}").FirstOrDefault();
    }
}
