using GCnn.Actions;
using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

/// <summary>What is easily done wrong on hexagons in square storage. The assertions of the hexagons' laws refuse each.</summary>
public class HexagonalTwins
{
    private static readonly FieldType Scalar = FieldType.Trivial(PlaneGroup.P6, 2);
    private static readonly FieldType Regular = FieldType.Regular(PlaneGroup.P6, 1);

    [Fact]
    public void A_bias_outside_the_hexagon_is_refused_at_once_and_after_the_next_layer()
    {
        using Convolution first = new Convolution(Scalar, Regular, Stencil.Hexagon(1), padding: 1).WithIntegers();
        using Convolution second = new Convolution(Regular, Regular, Stencil.Hexagon(1), padding: 1).WithIntegers();
        Tensor Unmasked(Tensor x) => nn.functional.conv2d(x, first.ExpandedFilter(), first.ExpandedBias(), padding: [1, 1]);
        Tensor x = Hexagons.Input(Scalar, 3);
        Hexagons.Commutes(y => second.call(first.call(y)), Scalar, Regular, x);
        Hexagons.IsRefused(Unmasked, Scalar, Regular, x);
        Hexagons.IsRefused(y => second.call(Unmasked(y)), Scalar, Regular, x);

        // Even numbers that do not depend on the input, as a bias alone leaves them, are refused.
        Hexagons.IsRefused(y => first.call(y) + HexagonMask.Of(3).logical_not(), Scalar, Regular, x);
    }

    [Fact]
    public void A_square_window_in_max_pooling_is_refused()
    {
        Tensor x = Hexagons.Input(Regular, 4);
        using MaxPooling hexagonal = new(Regular, 3, 1);
        Hexagons.Commutes(hexagonal, x);
        Hexagons.IsRefused(y => nn.functional.max_pool2d(y, 3, 1).MaskToHexagon(), Regular, Regular, x);
    }

    [Fact]
    public void Zeros_outside_that_may_win_are_another_maximum()
    {
        // It commutes, for the zeros turn as well; but it is not the largest value of the image.
        Tensor x = (Hexagons.Input(Regular, 2) - 9).MaskToHexagon();
        using MaxPooling pooling = new(Regular, 3, 1, 1);
        Tensor expected = NaiveHexagon.Largest(x, 1, 2, 1), framed = nn.functional.pad(x, [1, 1, 1, 1]);
        Tensor withZeros = new MaxPooling(Regular, 3, 1).call(framed.MaskToHexagon());
        Assert.True(Examples.Same(expected, pooling.call(x)));
        Assert.False(Examples.Same(expected, withZeros));
    }

    [Fact]
    public void A_square_window_in_average_pooling_is_refused()
    {
        Tensor x = Hexagons.Input(Regular, 4);
        using AveragePooling hexagonal = new(Regular, 3, 1);
        Hexagons.Commutes(hexagonal, x);
        Hexagons.IsRefused(y => nn.functional.avg_pool2d(y, 3, 1).MaskToHexagon(), Regular, Regular, x);
    }

    [Fact]
    public void The_squares_binomial_weights_are_refused()
    {
        Tensor x = Hexagons.Input(Regular, 4);
        Tensor row = tensor(new double[] { 1, 2, 1 }, [1, 3]);
        Tensor filter = (row.reshape(3, 1) * row).expand(6, 1, 3, 3).contiguous();
        Hexagons.IsRefused(y => nn.functional.conv2d(y, filter, null, [2, 2], [1, 1], groups: 6).MaskToHexagon(), Regular, Regular, x);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(5)]
    public void A_stride_from_the_corner_is_refused_where_it_does_not_hit_the_centre(int radius)
    {
        using Convolution convolution = new Convolution(Scalar, Regular, Stencil.Hexagon(1), 2, 1).WithIntegers();
        Tensor x = Hexagons.Input(Scalar, radius);
        Tensor FromTheCorner(Tensor y) => nn.functional
            .conv2d(y, convolution.ExpandedFilter(), convolution.ExpandedBias(), [2, 2], [1, 1])
            .narrow(2, 0, radius).narrow(3, 0, radius)
            .MaskToHexagon();
        Hexagons.Commutes(convolution, x);
        Hexagons.IsRefused(FromTheCorner, Scalar, Regular, x);
    }

    [Fact]
    public void A_mean_over_the_whole_square_is_refused()
    {
        Tensor x = Hexagons.Input(Regular, 3);
        Tensor mean = new SpatialPooling(Regular).call(x), square = x.mean([2, 3]);
        Assert.True(Examples.Same(x.masked_select(HexagonMask.Of(3)).reshape(2, 6, 37).sum(2) / 37, mean));
        Assert.False(Examples.Same(mean, square));

        // Of an image that is not zero outside it is not even invariant.
        Hexagons.IsRefused(y => y.roll([1], [3]).mul(HexagonMask.Of(3)).mean([2, 3]), Regular, Regular, x);
    }

    [Fact]
    public void Statistics_of_the_whole_square_are_refused()
    {
        FieldType type = FieldType.Trivial(PlaneGroup.P6m, 2);
        Tensor x = Hexagons.Input(type, 3);
        using FieldBatchNorm norm = new FieldBatchNorm(type).WithIntegers();
        using var square = nn.BatchNorm2d(2).WithIntegers();
        Assert.False(norm.call(x).allclose(square.call(x).MaskToHexagon(), 1e-3, 1e-3));
        Hexagons.IsRefused(square.call, type, type, x);
    }

    [Fact]
    public void A_sixth_turn_the_wrong_way_is_refused()
    {
        using Convolution convolution = new Convolution(Scalar, Regular, Stencil.Hexagon(1), padding: 1).WithIntegers();
        Tensor x = Hexagons.Input(Scalar, 3);
        Tensor order = tensor(new long[] { 0, 5, 4, 3, 2, 1 });
        Hexagons.IsRefused(y => convolution.call(y).index_select(1, order), Scalar, Regular, x);
    }

    [Fact]
    public void A_quarter_turn_of_the_storage_for_a_sixth_of_the_plane_is_refused()
    {
        using Convolution convolution = new Convolution(Scalar, Regular, Stencil.Hexagon(1), padding: 1).WithIntegers();
        Tensor first = convolution.ExpandedFilter().slice(0, 0, 6, 6);
        Tensor Filter(Func<Tensor, int, Tensor> turn) => cat([.. Enumerable.Range(0, 6).Select(h => turn(first, h))]);
        Tensor Apply(Tensor y, Tensor filter) => nn.functional.conv2d(y, filter, padding: [1, 1]).MaskToHexagon();
        Tensor x = Hexagons.Input(Scalar, 3);
        Tensor sixths = Filter((w, h) => w.Transform(Scalar, h)), quarters = Filter((w, h) => w.rot90(h, (2, 3)));
        Assert.True(Examples.Same(convolution.ExpandedFilter(), sixths));
        Hexagons.Commutes(y => Apply(y, sixths), Scalar, Regular, x);
        Hexagons.IsRefused(y => Apply(y, quarters), Scalar, Regular, x);
    }
}
