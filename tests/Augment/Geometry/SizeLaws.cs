using GCnn.Actions;
using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Augment.Tests;

/// <summary>Images that are not square change size under quarter turns, and nothing of them is lost.</summary>
public class SizeLaws
{
    private static readonly FieldType Colours = FieldType.Trivial(PlaneGroup.P4m, 3);
    private static readonly Pipeline Turns = new(new RandomPointElement(PlaneGroup.P4m));

    [Fact]
    public void RunEach_turns_each_image_whole()
    {
        Tensor images = Examples.Images(12, 5, 8);
        Parameters[] drawn = Turns.Draw(1, 0, Enumerable.Range(0, 12).Select(n => (long)n));
        (Tensor[] moved, Parameters[] resolved) = Turns.RunEach(images, drawn);
        Assert.Equal(drawn, resolved);
        Assert.Equal(2, moved.DistinctBy(image => image.shape[1]).Count());
        for (int n = 0; n < 12; n++)
        {
            int element = ((PointElementParameters)drawn[n].Steps[0]).Element;
            Assert.True(Examples.Same(images.narrow(0, n, 1).Transform(Colours, element)[0], moved[n]));
        }
    }

    [Fact]
    public void RunEach_takes_images_of_different_sizes()
    {
        Pipeline pipeline = new(
            new RandomPointElement(PlaneGroup.P4m), new BrightnessContrast { Contrast = new(0.5, 2) },
            new RandomRotation { Degrees = new(0, 30) }, new RandomCrop(4, 4), new GaussianNoise(new Interval(0.1, 0.2)));
        (int Rows, int Columns)[] sizes = [(5, 8), (7, 7), (5, 8), (9, 4)];
        Tensor[] images = [.. sizes.Select((size, n) => Examples.Images(1, size.Rows, size.Columns, seed: n)[0])];
        Parameters[] drawn = pipeline.Draw(1, 0, [0, 1, 2, 3]);
        (Tensor[] moved, _) = pipeline.RunEach(images, drawn);
        for (int n = 0; n < images.Length; n++)
        {
            Assert.True(Examples.Same(pipeline.Apply(images[n].unsqueeze(0), [drawn[n]])[0], moved[n]));
        }
    }

    [Fact]
    public void Run_takes_images_that_part_and_meet_again()
    {
        Pipeline pipeline = new(
            new RandomPointElement(PlaneGroup.P4m), new BrightnessContrast { Contrast = new(0.5, 2) }, new CentreCrop(4, 4));
        Tensor images = Examples.Images(12, 5, 8);
        Parameters[] drawn = pipeline.Draw(1, 0, Enumerable.Range(0, 12).Select(n => (long)n));
        Tensor moved = pipeline.Apply(images, drawn);
        for (int n = 0; n < 12; n++)
        {
            Assert.True(Examples.Same(pipeline.Apply(images.narrow(0, n, 1), [drawn[n]]), moved.narrow(0, n, 1)));
        }
    }

    [Fact]
    public void Run_refuses_a_batch_of_different_sizes_and_names_RunEach()
    {
        Tensor images = Examples.Images(12, 5, 8);
        Parameters[] drawn = Turns.Draw(1, 0, Enumerable.Range(0, 12).Select(n => (long)n));
        string message = Assert.Throws<ArgumentException>(() => Turns.Run(images, drawn)).Message;
        Assert.Contains("come out in different sizes, and one tensor holds one", message, StringComparison.Ordinal);
        Assert.Contains("Pipeline.RunEach gives a list", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Masks_part_with_their_images()
    {
        Tensor images = Examples.Images(12, 5, 8), masks = images.gt(0.5);
        Parameters[] drawn = Turns.Draw(1, 0, Enumerable.Range(0, 12).Select(n => (long)n));
        (Tensor[] moved, _) = Turns.RunEach(images, drawn);
        Assert.All(moved.Zip(Turns.ApplyGeometryEach(masks, drawn)), pair => Assert.True(Examples.Same(pair.First.gt(0.5), pair.Second)));
    }

    [Fact]
    public void A_turned_image_counts_its_places_from_its_own_centre()
    {
        Tensor image = Examples.Images(1, 5, 8);
        Parameters quarter = Enumerable.Range(0, 99)
            .Select(n => Turns.Draw(new(0, 0, n)))
            .First(drawn => ((PointElementParameters)drawn.Steps[0]).Element == 1);
        Assert.Equal(new(new(0, 1, -1, 0, 0, 0), new(8, 5)), Turns.Place(quarter, new(5, 8)));
        Tensor warped = new FixedWarp(Affine.Rotation(90), new(8, 5)).Apply(image, [new NoParameters()]);
        Assert.True(Examples.Same(image.Transform(Colours, 1), warped));
    }
}
