using GCnn.Actions;
using GCnn.Groups;
using TorchSharp;

namespace GCnn.Augment.Tests;

public class BrightnessContrastLaws
{
    [Fact]
    public void Scales_about_each_images_own_mean_and_adds()
    {
        torch.Tensor images = Examples.Images(2, 5, 4, torch.ScalarType.Float64);
        torch.Tensor result = new BrightnessContrast().Apply(
            images, [new BrightnessContrastParameters(0.5, 2), new BrightnessContrastParameters(-1, 0.25)]);
        torch.Tensor m = images.mean([1, 2, 3], keepdim: true);
        torch.Tensor c = torch.tensor([2, 0.25]).reshape(2, 1, 1, 1), b = torch.tensor([0.5, -1]).reshape(2, 1, 1, 1);
        Assert.InRange(Examples.Distance((c * (images - m)) + m + b, result), 0, 1e-14);
    }

    [Fact]
    public void Commutes_with_the_group()
    {
        FieldType colours = FieldType.Trivial(PlaneGroup.P4m, 3);
        torch.Tensor images = Examples.Images(1, 5, 5, torch.ScalarType.Float64);
        StepParameters[] drawn = [new BrightnessContrastParameters(0.5, 2)];
        torch.Tensor before = new BrightnessContrast().Apply(images.Transform(colours, 5), drawn);
        Assert.InRange(Examples.Distance(new BrightnessContrast().Apply(images, drawn).Transform(colours, 5), before), 0, 1e-13);
    }

    [Fact]
    public void Draws_fill_their_ranges()
    {
        BrightnessContrast step = new() { Brightness = new(-0.1, 0.3), Contrast = new(0.5, 2) };
        BrightnessContrastParameters[] drawn =
            [.. Examples.Streams(4000).Select(s => Assert.IsType<BrightnessContrastParameters>(step.Draw(s)))];
        Assert.InRange(drawn.Average(p => p.Brightness), 0.09, 0.11);
        Assert.InRange(drawn.Average(p => Math.Log2(p.Contrast)), -0.04, 0.04);
        Assert.All(drawn, p => Assert.True(p.Brightness is >= -0.1 and <= 0.3 && p.Contrast is >= 0.5 and <= 2 && !p.IsReflection));
    }
}
