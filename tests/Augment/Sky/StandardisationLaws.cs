using GCnn.Actions;
using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Augment.Tests;

public class StandardisationLaws
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_image_has_mean_0_and_deviation_1(bool perChannel)
    {
        Tensor images = (Examples.Images(3, 7, 5, ScalarType.Float64) * tensor([1.0, 2, 3]).reshape(1, 3, 1, 1)) + 100;
        Tensor result = Apply(new ImageStandardisation(perChannel), images);
        long[] channels = [2, 3], axes = perChannel ? channels : [1, 2, 3];
        Assert.InRange(result.mean(axes).abs().max().item<double>(), 0, 1e-12);
        Assert.InRange((result.square().mean(axes) - 1).abs().max().item<double>(), 0, 1e-12);
        Assert.Equal(perChannel, result.mean(channels).abs().max().item<double>() < 1e-12);
    }

    [Fact]
    public void A_constant_image_becomes_0()
    {
        Tensor flat = ones([1, 3, 4, 4]) * 7, nothing = zeros([1, 3, 4, 4]);
        Assert.True(Examples.Same(nothing, Apply(new ImageStandardisation(), flat)));
        Assert.True(Examples.Same(nothing, Apply(new ImageStandardisation(PerChannel: true), flat)));
    }

    [Fact]
    public void Is_the_same_for_an_image_in_other_units()
    {
        Tensor images = Examples.Images(2, 7, 5, ScalarType.Float64);
        Assert.InRange(
            Examples.Distance(Apply(new ImageStandardisation(), images), Apply(new ImageStandardisation(), (images * 255) + 13)), 0, 1e-12);
    }

    [Fact]
    public void Known_numbers_are_subtracted_and_divided_by()
    {
        Tensor images = Examples.Images(2, 4, 4, ScalarType.Float64);
        Tensor mean = tensor([1.0, 2, 3]).reshape(1, 3, 1, 1), deviation = tensor([2.0, 4, 8]).reshape(1, 3, 1, 1);
        Assert.True(Examples.Same((images - mean) / deviation, Apply(new Standardisation([1, 2, 3], [2, 4, 8]), images)));
        Assert.True(Examples.Same((images - 1) / deviation, Apply(new Standardisation([1], [2, 4, 8]), images)));
        Assert.False(Examples.Same((images - mean) / deviation, Apply(new Standardisation([1], [2, 4, 8]), images)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Fitted_to_images_it_standardises_them(bool perChannel)
    {
        Tensor images = (Examples.Images(5, 6, 7, ScalarType.Float64) * tensor([1.0, 2, 3]).reshape(1, 3, 1, 1)) + 1000;
        var fitted = Standardisation.Fit([images[0], images.narrow(0, 1, 4)], perChannel);
        Tensor result = Apply(fitted, images);
        long[] all = [0, 1, 2, 3], some = [0, 2, 3];
        Assert.InRange(result.mean(perChannel ? some : all).abs().max().item<double>(), 0, 1e-10);
        Assert.InRange((result.square().mean(perChannel ? some : all) - 1).abs().max().item<double>(), 0, 1e-10);
        Assert.Equal(perChannel ? 3 : 1, fitted.Mean.Count);
    }

    [Fact]
    public void A_constant_channel_cannot_be_fitted() => Sentence.Is<ArgumentException>(
        () => Standardisation.Fit([ones(3, 4, 4)]), "a finite number above 0; they were given as [0, 0, 0]");

    [Fact]
    public void Commutes_with_the_group()
    {
        var colours = FieldType.Trivial(PlaneGroup.P4m, 3);
        Tensor images = Examples.Images(1, 6, 6, ScalarType.Float64);
        Assert.All(new Augmentation[] { new ImageStandardisation(true), new Standardisation([1], [3]) }, step => Assert.InRange(
            Examples.Distance(Apply(step, images).Transform(colours, 5), Apply(step, images.Transform(colours, 5))), 0, 1e-14));
    }

    private static Tensor Apply(Augmentation step, Tensor images) => step.Apply(images, Steps.Draw(step, (int)images.shape[0]));
}
