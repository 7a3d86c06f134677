using GCnn.Groups;
using Xunit.Sdk;
using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

/// <summary>Matrices that are kept are those of the weights that are asked for.</summary>
public class PackedWeightsLaws
{
    private static readonly CorrelationKernel<float> Kernel = new(
        PixelCorrelation.Of(FilterIndexMap.For(Type, Type, Stencil.Square(3)), transposed: false)!);

    private static FieldType Type => FieldType.Regular(PlaneGroup.P4m, 2);

    private static int Count => FilterIndexMap.For(Type, Type, Stencil.Square(3)).FreeCount;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void They_follow_the_weights(bool transposed)
    {
        PackedWeights<float> kept = new(Kernel, transposed);
        FollowsTheWeights(transposed, weights =>
        {
            using PackedWeights<float>.Matrices found = kept.For(weights);
            return [.. found.Numbers];
        });
    }

    [Fact]
    public void A_cache_that_keeps_its_first_matrices_is_rejected()
    {
        float[]? first = null;
        Assert.ThrowsAny<XunitException>(() => FollowsTheWeights(false, weights => first ??= Packed(weights, transposed: false)));
    }

    [Fact]
    public void Equal_weights_are_packed_once()
    {
        PackedWeights<float> kept = new(Kernel, transposed: false);
        using PackedWeights<float>.Matrices first = kept.For(Weights(1)), second = kept.For(Weights(1));
        Assert.Same(first, second);
    }

    [Fact]
    public void Weights_that_are_no_numbers_are_packed_once_too()
    {
        PackedWeights<float> kept = new(Kernel, transposed: false);
        float[] weights = Weights(1);
        weights[0] = float.NaN;
        using PackedWeights<float>.Matrices first = kept.For(weights), second = kept.For(weights);
        Assert.Same(first, second);
    }

    [Fact]
    public void Matrices_in_use_are_not_overwritten()
    {
        PackedWeights<float> kept = new(Kernel, transposed: false);
        using PackedWeights<float>.Matrices first = kept.For(Weights(1)), second = kept.For(Weights(2));
        Assert.Equal(Packed(Weights(1), transposed: false), first.Numbers);
        Assert.Equal(Packed(Weights(2), transposed: false), second.Numbers);
    }

    [Fact]
    public void Memory_that_nobody_uses_serves_for_the_next_weights()
    {
        PackedWeights<float> kept = new(Kernel, transposed: false);
        float[] NumbersFor(int seed)
        {
            using PackedWeights<float>.Matrices found = kept.For(Weights(seed));
            return found.Numbers;
        }

        Assert.Same(NumbersFor(1), NumbersFor(2));
    }

    [Fact]
    public void Threads_with_weights_of_their_own_do_not_disturb_each_other()
    {
        PackedWeights<float> kept = new(Kernel, transposed: false);
        Parallel.For(0, 64, seed =>
        {
            using PackedWeights<float>.Matrices found = kept.For(Weights(seed % 3));
            Assert.Equal(Packed(Weights(seed % 3), transposed: false), found.Numbers);
        });
    }

    /// <summary>Every way to change a parameter, with gradients and without.</summary>
    [Fact]
    public void A_layer_computes_with_the_weights_it_has()
    {
        using var scope = NewDisposeScope();
        using Convolution layer = new(Type, Type, Stencil.Square(3), stride: 2, padding: 1);
        Tensor x = rand(2, Type.Channels, 9, 9);
        optim.Optimizer optimizer = optim.SGD(layer.parameters(), 0.1);
        Action[] changes =
        [
            () => { },
            () => Frozen(() => layer.Weight.mul_(2)),
            () => Frozen(() => layer.Weight[0].add_(1)),
            () => optimizer.step(),
            () => layer.eval(),
            () => Frozen(() => layer.Weight.normal_()),
        ];
        foreach (Action change in changes)
        {
            change();
            RouteAgreement.Require(
                Pass(layer, x, ConvolutionRoute.Expanded), Pass(layer, x, ConvolutionRoute.Fourier), 1e-4, "changed weights");
        }
    }

    private static void FollowsTheWeights(bool transposed, Func<float[], float[]> packed)
    {
        foreach (int seed in new[] { 1, 2, 2, 1, 3 })
        {
            Assert.Equal(Packed(Weights(seed), transposed), packed(Weights(seed)));
        }
    }

    private static float[] Packed(float[] weights, bool transposed)
    {
        float[] packed = new float[BlockWeights.Length(Kernel)];
        float[] ended = [.. weights, 0];
        BlockWeights.Pack<float>(Kernel, transposed, ended, packed);
        return packed;
    }

    private static float[] Weights(int seed)
    {
        Random random = new(seed);
        return [.. Enumerable.Range(0, Count).Select(_ => random.NextSingle())];
    }

    private static Tensor[] Pass(Convolution layer, Tensor x, ConvolutionRoute route)
    {
        layer.Route = route;
        layer.Weight.grad?.zero_();
        Tensor image = x.detach().clone().requires_grad_(true);
        Tensor output = layer.call(image);
        output.pow(2).sum().backward();
        return [output, image.grad!, layer.Weight.grad!.clone()];
    }

    private static void Frozen(Action change)
    {
        using IDisposable frozen = no_grad();
        change();
    }
}
