using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Augment.Tests;

/// <summary>The pixel that was marked in the image is where the key point says.</summary>
public class KeyPointLaws
{
    private static readonly Pipeline Exact = new(
        new RandomPointElement(PlaneGroup.P4m), new RandomFlip(true, true), Pad.Around(2),
        new RandomShift { Right = new(-3, 3), Down = new(-3, 3), WholePixels = true }, new RandomCrop(9, 8));

    [Fact]
    public void A_marked_pixel_and_its_key_point_agree() =>
        Assert.Equal(0, Disagreements((placement, before, p) => p.Moved(placement, before)));

    [Fact]
    public void Moving_by_the_inverse_is_rejected() => Assert.True(Disagreements((placement, before, p) =>
        p.Moved(placement with { Map = placement.Map.Inverse }, before)) > 20);

    [Fact]
    public void A_marked_cell_of_a_hexagon_and_its_key_point_agree()
    {
        Pipeline turns = new(new RandomPointElement(PlaneGroup.P6m));
        ImageSize size = new(7, 7);
        foreach (Parameters drawn in turns.Draw(1, 0, Enumerable.Range(0, 40).Select(n => (long)n)))
        {
            Tensor moved = turns.Apply(Marked(size, 5, 2), [drawn]);
            Assert.Equal(new KeyPoint(5, 2).Moved(turns.Place(drawn, size), size), Assert.Single(Marks(moved)));
        }
    }

    [Fact]
    public void A_spot_goes_with_its_key_point_under_any_warp()
    {
        Pipeline warps = new(
            new RandomRotation(), new RandomScale { Factor = new(0.8, 1.2) }, new RandomShear { Right = new(-0.2, 0.2) },
            new RandomShift { Right = new(-5, 5), Down = new(-5, 5) });
        ImageSize size = new(65, 65);
        foreach (Parameters drawn in warps.Draw(1, 0, Enumerable.Range(0, 20).Select(n => (long)n)))
        {
            Tensor moved = warps.Apply(Examples.Blob(65, 8, -6), [drawn])[0, 0];
            KeyPoint point = new KeyPoint(32 + 8, 32 - 6).Moved(warps.Place(drawn, size), size);
            Tensor places = arange(65, dtype: ScalarType.Float64);
            Assert.Equal(point.Column, Mean(moved.sum(0L), places), 0.02);
            Assert.Equal(point.Row, Mean(moved.sum(1L), places), 0.02);
        }
    }

    [Fact]
    public void A_point_is_inside_up_to_the_outer_edge_of_the_pixels()
    {
        Assert.True(new KeyPoint(-0.5, 3.4).IsInside(new(4, 5)));
        Assert.False(new KeyPoint(-0.6, 3).IsInside(new(4, 5)));
        Assert.False(new KeyPoint(0, 3.5).IsInside(new(4, 5)));
        Assert.True(new KeyPoint(4, 0).IsInside(new(4, 5)));
        Assert.False(new KeyPoint(4.5, 0).IsInside(new(4, 5)));
    }

    private static double Mean(Tensor weights, Tensor places) => (weights * places).sum().item<double>() / weights.sum().item<double>();

    private static int Disagreements(Func<Placement, ImageSize, KeyPoint, KeyPoint> move)
    {
        ImageSize before = new(7, 10);
        return Exact.Draw(1, 0, Enumerable.Range(0, 60).Select(n => (long)n)).Count(drawn =>
        {
            KeyPoint moved = move(Exact.Place(drawn, before), before, new(6, 2));
            KeyPoint[] expected = moved.IsInside(new(9, 8)) ? [moved] : [];
            return !Marks(Exact.Apply(Marked(before, 6, 2), [drawn])).SequenceEqual(expected);
        });
    }

    private static Tensor Marked(ImageSize size, int column, int row)
    {
        float[] pixels = new float[size.Rows * size.Columns];
        pixels[(row * size.Columns) + column] = 1;
        return tensor(pixels, [1, 1, size.Rows, size.Columns]);
    }

    private static KeyPoint[] Marks(Tensor image) =>
        [.. image.contiguous().data<float>().ToArray().Index().Where(pixel => pixel.Item == 1)
            .Select(pixel => new KeyPoint(pixel.Index % image.shape[3], pixel.Index / image.shape[3]))];
}
