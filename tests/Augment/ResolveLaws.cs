using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Augment.Tests;

/// <summary>Steps whose parameters are found in the image, and steps that are made of others.</summary>
public class ResolveLaws
{
    private static readonly long[] Samples = [.. Enumerable.Range(0, 12).Select(n => (long)n)];

    private static readonly Pipeline Pipeline = new(
        new RandomFlip(), new Maybe(new RandomRotation(), new GaussianNoise(new Interval(0, 0.01)), new Brightest()), new RandomCrop(9, 9),
        new Maybe(new RandomPointElement(PlaneGroup.P4m)));

    [Fact]
    public void The_resolved_parameters_give_the_same_images_bit_for_bit()
    {
        Tensor images = Examples.Images(12, 15, 15);
        (Tensor first, Parameters[] resolved) = Pipeline.Run(images, Pipeline.Draw(1, 0, Samples));
        (Tensor second, Parameters[] again) = Pipeline.Run(images, resolved);
        Assert.True(Examples.Same(first, second));
        Assert.Equal(
            resolved.Select(p => string.Join(' ', ((Maybe.Drawn)p.Steps[1]).Steps.AsEnumerable())),
            again.Select(p => string.Join(' ', ((Maybe.Drawn)p.Steps[1]).Steps.AsEnumerable())));
    }

    [Fact]
    public void Each_sample_is_on_its_own_whatever_its_neighbours_drew()
    {
        Tensor images = Examples.Images(12, 15, 15);
        Parameters[] drawn = Pipeline.Draw(1, 0, Samples);
        (Tensor all, _) = Pipeline.Run(images, drawn);
        Assert.All(Enumerable.Range(0, 12), n => Assert.True(
            Examples.Same(all.narrow(0, n, 1), Pipeline.Run(images.narrow(0, n, 1), [drawn[n]]).Images)));
    }

    [Fact]
    public void What_is_found_is_found_in_the_image_as_it_is_before_the_step()
    {
        Pipeline centred = new(new RandomShift { Right = new(-3, 3), Down = new(-3, 3), WholePixels = true }, new Brightest());
        float[] pixels = new float[15 * 15];
        pixels[(6 * 15) + 9] = 1;
        Tensor images = tensor(pixels, [1, 1, 15, 15]);
        (Tensor moved, Parameters[] resolved) = centred.Run(images, centred.Draw(1, 0, [3]));
        Assert.Equal(1, moved[0, 0, 7, 7].item<float>());
        Assert.Equal(new(7, 7), new KeyPoint(9, 6).Moved(centred.Place(resolved[0], new(15, 15)), new(15, 15)));
        Assert.True(Examples.Same(moved, centred.ApplyGeometry(images, resolved)));
    }

    [Fact]
    public void Labels_refuse_parameters_that_are_not_resolved()
    {
        Pipeline centred = new(new Brightest());
        Parameters drawn = centred.Draw(new(0, 0, 0));
        Assert.Throws<ArgumentException>(() => centred.Place(drawn, new(5, 5)));
        Assert.Throws<ArgumentException>(() => centred.ApplyGeometry(zeros(1, 1, 5, 5), [drawn]));
    }

    [Fact]
    public void Children_compose_with_the_steps_beside_them()
    {
        Pipeline nested = new(new RandomRotation(), new Maybe(new RandomShift { Right = new(-4, 4) }));
        Tensor image = Examples.Images(1, 15, 15);
        Assert.All(Samples, n =>
        {
            Parameters drawn = nested.Draw(new(1, 0, n));
            Tensor once = new FixedWarp(nested.Place(drawn, new(15, 15)).Map).Apply(image, [new NoParameters()]);
            Assert.True(Examples.Same(once, nested.Apply(image, [drawn])));
        });
    }

    [Fact]
    public void Masks_and_hands_follow_the_children_that_were_drawn()
    {
        Pipeline nested = new(new Maybe(new RandomFlip(), new BrightnessContrast { Brightness = new(1, 2) }));
        Tensor images = Examples.Images(12, 6, 6);
        Parameters[] drawn = nested.Draw(1, 0, Samples);
        Tensor masks = nested.ApplyGeometry(images, drawn);
        for (int n = 0; n < 12; n++)
        {
            Tensor image = images[n];
            Assert.True(Examples.Same(drawn[n].IsReflection ? image.flip(2) : image, masks[n]));
            Assert.Equal(drawn[n].IsReflection, nested.Place(drawn[n], new(6, 6)).Map.IsReflection);
        }
    }
}
