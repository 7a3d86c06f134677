using GCnn.Experiments.Data;
using GCnn.Experiments.Data.Sky;
using GCnn.Images;
using GCnn.Images.Tests;

namespace GCnn.Experiments.Tests.Data.Sky;

public sealed class SyntheticSkyLaws
{
    private static readonly SyntheticSky Sky = new(seed: 7, side: 47);

    [Fact]
    public void The_picture_of_the_mirrored_object_is_the_mirrored_picture_byte_for_byte()
    {
        for (var i = 0; i < 60; i++)
        {
            var sky = Sky.Draw(i);
            Assert.Equal(Bytes(TestImages.Flip(Sky.Picture(sky))), Bytes(Sky.Picture(sky.Mirror())));
            Assert.Equal(GalaxyLabel.Mirror(sky.Label), sky.Mirror().Label);
        }
    }

    [Fact]
    public void Swapping_the_hand_alone_does_not_mirror_the_picture()
    {
        var spiral = First(GalaxyLabel.SpiralClockwise);
        var swapped = spiral with
        {
            Components = [.. spiral.Components.Select(c => c with { Arms = c.Arms is null ? null : c.Arms with { Hand = -c.Arms.Hand } })],
        };
        Assert.NotEqual(Bytes(TestImages.Flip(Sky.Picture(spiral))), Bytes(Sky.Picture(swapped)));
    }

    [Fact]
    public void The_mirror_image_of_a_clockwise_spiral_is_an_anticlockwise_one()
    {
        var spiral = First(GalaxyLabel.SpiralClockwise);
        Assert.All(spiral.Components.Where(c => c.Arms is not null), c => Assert.Equal(-1, c.Arms!.Hand));
        Assert.Equal(GalaxyLabel.SpiralAnticlockwise, spiral.Mirror().Label);
        Assert.All(spiral.Mirror().Components.Where(c => c.Arms is not null), c => Assert.Equal(1, c.Arms!.Hand));
    }

    [Fact]
    public void Clockwise_spirals_look_like_the_letter_Z()
    {
        var winding = Winding.MeanOfClasses(new SyntheticSky(seed: 3).Make(200, GalaxyTask.Handedness, new(32), threads: 2));
        Assert.True(winding[0] > 0.1, $"clockwise spirals wind by {winding[0]}");
        Assert.True(winding[1] < -0.1, $"anticlockwise spirals wind by {winding[1]}");
    }

    [Fact]
    public void Equal_seeds_make_equal_skies_whatever_the_threads()
    {
        var one = Sky.Make(40, GalaxyTask.Morphology, new(21), threads: 1);
        var several = new SyntheticSky(seed: 7, side: 47).Make(40, GalaxyTask.Morphology, new(21), threads: 4);
        GalaxyLoaderTests.SameSets(one, several);
    }

    [Fact]
    public void An_object_does_not_depend_on_how_many_are_made()
    {
        var few = Sky.Make(10, GalaxyTask.Morphology, new(21), threads: 2);
        var many = Sky.Make(30, GalaxyTask.Morphology, new(21), threads: 2);
        Assert.Equal(few.ObjectIds, many.ObjectIds.Take(few.Count));
        for (var i = 0; i < few.Count; i++)
            Assert.True(few.Image(i).SequenceEqual(many.Image(i)));
    }

    [Fact]
    public void Another_seed_makes_another_sky() =>
        Assert.NotEqual(Bytes(Sky.Picture(Sky.Draw(0))), Bytes(Sky.Picture(new SyntheticSky(seed: 8, side: 47).Draw(0))));

    [Fact]
    public void Classes_occur_unevenly_and_all_of_them_do()
    {
        var counts = Enumerable.Range(0, 3_000).CountBy(i => Sky.Draw(i).Label).ToDictionary();
        Assert.InRange(counts[GalaxyLabel.Smooth], 1_250, 1_510);
        Assert.InRange(counts[GalaxyLabel.EdgeOn], 520, 680);
        Assert.InRange(counts[GalaxyLabel.SpiralClockwise], 420, 570);
        Assert.InRange(counts[GalaxyLabel.SpiralAnticlockwise], 450, 600);
    }

    [Theory]
    [InlineData(15)]
    [InlineData(1025)]
    public void Rejects_a_side_out_of_range(int side) =>
        Assert.Contains("from 16 to 1024", Assert.Throws<ArgumentOutOfRangeException>(() => new SyntheticSky(1, side)).Message, StringComparison.Ordinal);

    private static SkyObject First(string label) => Enumerable.Range(0, 200).Select(Sky.Draw).First(sky => sky.Label == label);

    private static byte[] Bytes(RgbImage image) => image.Pixels.ToArray();
}
