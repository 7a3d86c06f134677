using GCnn.Actions;
using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Augment.Tests;

public class CentroidRecentringLaws
{
    private static readonly CentroidRecentring Step = new();

    [Theory]
    [InlineData(0, 0)]
    [InlineData(3, -4)]
    [InlineData(-2.5, 1.25)]
    [InlineData(5.3, 4.7)]
    public void Finds_the_shift_back_to_the_centre(double x, double y)
    {
        (double right, double down) = Shift(Examples.Blob(65, x, y, 4) + 10);
        Assert.Equal((-x, -y), (right, down), Near);
        Tensor centred = Apply(Examples.Blob(65, x, y, 4));
        Assert.InRange(Examples.Distance(Examples.Blob(65, 0, 0, 4), centred), 0, 0.02);
    }

    [Fact]
    public void A_shift_the_other_way_round_is_rejected() =>
        Assert.True(Examples.Distance(Examples.Blob(65, 3, -4, 4), Apply(Examples.Blob(65, 3, -4, 4))) > 0.5);

    [Fact]
    public void A_whole_shift_is_exact_on_whole_pixels()
    {
        Tensor image = zeros([1, 2, 11, 13], ScalarType.Float64), expected = zeros([1, 2, 11, 13], ScalarType.Float64);
        image.narrow(2, 7, 3).narrow(3, 1, 1).fill_(4);
        expected.narrow(2, 4, 3).narrow(3, 6, 1).fill_(4);
        Assert.True(Examples.Same(expected, Apply(image)));
    }

    [Fact]
    public void The_sky_and_its_noise_do_not_pull()
    {
        GaussianNoise noise = new(new Interval(0.02, 0.02));
        Tensor image = Examples.Blob(65, 6, -7, 3) + 0.5;
        (double right, double down) = Shift(noise.Apply(image, Steps.Draw(noise, 1)));
        Assert.InRange(right, -6.5, -5.5);
        Assert.InRange(down, 6.5, 7.5);
    }

    [Fact]
    public void An_image_in_which_nothing_stands_out_stays()
    {
        Tensor flat = ones([1, 3, 8, 8], ScalarType.Float64);
        Assert.Equal((0, 0), Shift(flat));
        Assert.Equal((0, 0), Shift(flat * double.NaN));
        Assert.True(Examples.Same(flat, Apply(flat)));
    }

    /// <summary>To recentre a turned image is to turn the recentred one.</summary>
    [Fact]
    public void Shifts_turn_with_the_image()
    {
        Tensor image = Examples.Images(1, 33, 33, ScalarType.Float64) + Examples.Blob(33, 3.25, -5.5);
        (double right, double down) = Shift(image);
        Assert.True(Math.Abs(right) + Math.Abs(down) > 1);
        Assert.All(Enumerable.Range(0, 8), h =>
        {
            IntegerMatrix m = PlaneGroup.P4m.Matrix(h);
            Assert.Equal(
                ((m.A * right) + (m.B * down), (m.C * right) + (m.D * down)),
                Shift(image.Transform(FieldType.Trivial(PlaneGroup.P4m, 3), h)), Near);
        });
    }

    [Fact]
    public void Masks_and_replays_follow_the_shift_that_was_found()
    {
        Pipeline pipeline = new(Step);
        Tensor images = cat([Examples.Blob(33, 3, -4, 3), Examples.Blob(33, -2.5, 1, 3)]), mask = images.gt(0.5).to(ScalarType.Float64);
        (Tensor centred, Parameters[] resolved) = pipeline.Run(images, pipeline.Draw(1, 0, [0, 1]));
        Assert.Equal(new RecentringParameters((-3, 4)).Shift!.Value, ((RecentringParameters)resolved[0].Steps[0]).Shift!.Value, Near);
        Assert.True(Examples.Same(centred, pipeline.Apply(images, resolved)));
        Tensor moved = pipeline.ApplyGeometry(mask, resolved);
        Assert.True(Examples.Distance(moved[0], mask[0]) > 0.5);
        Assert.InRange((moved[0] - centred[0].gt(0.5).to(ScalarType.Float64)).abs().sum().item<double>(), 0, 3);
    }

    [Fact]
    public void Masks_are_refused_before_the_image_has_been_looked_at()
    {
        Pipeline pipeline = new(Step);
        Assert.Contains("Pass those that Pipeline.Run gave back", Assert.Throws<ArgumentException>(
            () => Step.Place(pipeline.Draw(1, 0, [0])[0].Steps[0], new ImageSize(9, 9))).Message, StringComparison.Ordinal);
    }

    private static bool Near((double X, double Y) a, (double X, double Y) b) => Math.Abs(a.X - b.X) < 0.02 && Math.Abs(a.Y - b.Y) < 0.02;

    private static (double Right, double Down) Shift(Tensor image) =>
        Assert.IsType<RecentringParameters>(Step.Resolve(image, Steps.Draw(Step, 1))[0]).Shift!.Value;

    private static Tensor Apply(Tensor image) => Step.Apply(image, Steps.Draw(Step, 1));
}
