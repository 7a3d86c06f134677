using GCnn.Groups;
using TorchSharp;

namespace GCnn.Augment.Tests;

public class RandomFlipLaws
{
    [Theory]
    [InlineData(true, true, 4)]
    [InlineData(true, false, 2)]
    [InlineData(false, true, 2)]
    [InlineData(false, false, 1)]
    public void Draws_each_allowed_flip_as_often(bool leftRight, bool upDown, int kinds)
    {
        RandomFlip flip = new(leftRight, upDown);
        PointElementParameters[] drawn =
            [.. Examples.Streams(4000).Select(stream => Assert.IsType<PointElementParameters>(flip.Draw(stream)))];
        var counts = drawn.CountBy(p => p.Element).ToDictionary();
        Assert.Equal(kinds, counts.Count);
        Assert.All(counts.Values, count => Assert.InRange(count, (4000 / kinds) - 120, (4000 / kinds) + 120));
    }

    [Theory]
    [InlineData(0, new long[] { })]
    [InlineData(1, new long[] { 2, 3 })]
    [InlineData(2, new long[] { 3 })]
    [InlineData(3, new long[] { 2 })]
    public void Reverses_the_axes_that_its_element_names(int element, long[] axes)
    {
        torch.Tensor images = Examples.Images(2, 4, 6);
        PointElementParameters parameters = new(PlaneGroup.Pmm, element);
        torch.Tensor flipped = new RandomFlip().Apply(images, [parameters, parameters]);
        Assert.True(Examples.Same(axes.Length == 0 ? images : images.flip(axes), flipped));
    }

    [Fact]
    public void A_flip_left_right_alone_reflects_and_both_flips_together_do_not()
    {
        RandomFlip both = new(true, true);
        Assert.All(Examples.Streams(50).Select(both.Draw), p => Assert.Equal(((PointElementParameters)p).Element >= 2, p.IsReflection));
    }

    [Fact]
    public void Is_equal_by_what_it_allows()
    {
        Assert.Equal(new RandomFlip(true, false), new RandomFlip());
        Assert.NotEqual(new RandomFlip(false, true), new RandomFlip());
        Assert.Equal(new RandomFlip().GetHashCode(), new RandomFlip().GetHashCode());
    }
}
