using FsCheck;
using FsCheck.Fluent;
using MathNet.Numerics.LinearAlgebra;
using static TorchSharp.torch;

namespace GCnn.Augment.Tests;

/// <summary>Saturation, gamma and PCA colour.</summary>
public class ColourLaws
{
    [Theory]
    [InlineData(0)]
    [InlineData(0.5)]
    [InlineData(1)]
    [InlineData(3)]
    public void Saturation_moves_colours_about_the_mean_of_the_channels(double factor)
    {
        Tensor images = Integers(2, 3, 4, 5) * 3;
        Tensor grey = images.mean([1], keepdim: true);
        SaturationParameters drawn = new(factor);
        Tensor result = new Saturation(new Interval(0, 1)).Apply(images, [drawn, drawn]);
        Assert.True(Examples.Same((images * factor) + (grey * (1 - factor)), result));
        Assert.InRange(Examples.Distance(grey, result.mean([1], keepdim: true)), 0, 1e-12);
    }

    [Fact]
    public void Saturation_of_one_channel_changes_nothing() => Assert.All(Examples.Streams(5), stream =>
    {
        Saturation step = new(new Interval(0, 2));
        Tensor image = Integers(1, 1, 4, 5);
        Assert.InRange(Examples.Distance(image, step.Apply(image, [step.Draw(stream)])), 0, 1e-14);
    });

    [Fact]
    public void Gamma_is_the_power_of_the_size_with_the_sign_kept()
    {
        Tensor image = tensor([-4.0, -1, -0.25, 0, 0.25, 1, 4, 9]).reshape(1, 1, 2, 4);
        Assert.InRange(Examples.Distance(Power(image, 0.5), tensor([-2.0, -1, -0.5, 0, 0.5, 1, 2, 3]).reshape(1, 1, 2, 4)), 0, 1e-14);
        Assert.InRange(Examples.Distance(Power(image, 2), image * image.abs()), 0, 1e-12);
    }

    [Fact]
    public void Gammas_multiply() => Prop.ForAll(Factors(), Factors(), (a, b) =>
    {
        Tensor image = Examples.Images(1, 4, 4, ScalarType.Float64) - 0.5;
        return Examples.Distance(Power(Power(image, a), b), Power(image, a * b)) < 1e-12;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_gradient_of_gamma_is_that_of_the_power_and_finite_at_0()
    {
        Tensor image = tensor([-4.0, 0, 1, 9]).reshape(1, 1, 2, 2).requires_grad_();
        Power(image, 0.5).sum().backward();
        Assert.InRange(Examples.Distance(image.grad!, tensor([0.25, 0, 0.5, 1 / 6.0]).reshape(1, 1, 2, 2)), 0, 1e-14);
    }

    [Fact]
    public void Exponents_are_log_uniform()
    {
        Gamma step = new(new Interval(0.25, 4));
        double[] drawn = [.. Steps.Draw(step, 4000).Select(p => Math.Log2(((GammaParameters)p).Exponent))];
        Assert.InRange(drawn.Average(), -0.1, 0.1);
        Assert.InRange(drawn.Average(v => v * v), 1.25, 1.42);
    }

    [Fact]
    public void Components_are_fitted_to_the_covariance_of_all_pixels_whatever_the_batches()
    {
        Tensor images = Coloured(6);
        var fitted = ColourComponents.Fit([images[0], images.narrow(0, 1, 3), images[4], images[5]]);
        Matrix<double> covariance = Covariance(images), rebuilt = Rebuilt(fitted);
        Assert.InRange((covariance - rebuilt).FrobeniusNorm(), 0, 1e-12 * covariance.FrobeniusNorm());
        Assert.Equal(fitted.Variances.OrderDescending(), fitted.Variances);
        Assert.All(fitted.Directions, d => Assert.True(d.MaxBy(Math.Abs) > 0));
    }

    [Fact]
    public void A_fit_that_forgets_the_spread_between_images_is_rejected()
    {
        Tensor images = Coloured(6);
        Matrix<double> within = images.unbind().Select(image => Covariance(image.unsqueeze(0))).Aggregate((a, b) => a + b) / 6;
        Assert.True((within - Rebuilt(ColourComponents.Fit([images]))).FrobeniusNorm() > 0.01);
    }

    /// <summary>The covariance of the shifts is <c>σ² Σ λ_i² p_i p_iᵀ</c>.</summary>
    [Fact]
    public void Shifts_of_colour_have_the_stated_covariance()
    {
        PcaColour step = new(Steps.Colours, 0.3);
        Vector<double>[] shifts = [.. Steps.Draw(step, 20000).Select(p => ToVector(((PcaColourParameters)p).Shift))];
        Matrix<double> found = shifts.Select(s => s.OuterProduct(s)).Aggregate((a, b) => a + b) / shifts.Length;
        ValueList<double> squares = [.. Steps.Colours.Variances.Select(v => 0.09 * v * v)];
        Matrix<double> stated = Rebuilt(new ColourComponents(squares, Steps.Colours.Directions));

        // A variance is found to √(2/n) = 1 %; five of that are allowed.
        Assert.InRange((found - stated).FrobeniusNorm(), 0, 0.05 * stated.FrobeniusNorm());
        Assert.InRange((found - (stated * 4)).FrobeniusNorm(), stated.FrobeniusNorm(), double.PositiveInfinity);
    }

    [Fact]
    public void A_shift_of_colour_is_the_same_for_every_pixel()
    {
        Tensor images = Integers(2, 3, 4, 5);
        PcaColourParameters[] drawn = [new([1, 2, 3]), new([-1, 0, 4])];
        Tensor shift = tensor([1.0, 2, 3, -1, 0, 4]).reshape(2, 3, 1, 1);
        Assert.True(Examples.Same(images + shift, new PcaColour(Steps.Colours).Apply(images, drawn)));
    }

    private static Tensor Integers(params long[] shape) =>
        tensor([.. Enumerable.Range(0, (int)shape.Aggregate(1L, (a, b) => a * b)).Select(i => (double)(i * 7919 % 23))]).reshape(shape);

    private static Tensor Power(Tensor image, double exponent) =>
        new Gamma(new Interval(1, 1)).Apply(image, [new GammaParameters(exponent)]);

    private static Arbitrary<double> Factors() => Gen.Choose(20, 300).Select(n => n / 100.0).ToArbitrary();

    /// <summary>Images of different mean colours on a bright common ground.</summary>
    private static Tensor Coloured(int count) =>
        Examples.Images(count, 5, 6, ScalarType.Float64) + (Examples.Images(count, 1, 1, ScalarType.Float64, seed: 9) * 2) + 1000;

    private static Matrix<double> Covariance(Tensor images)
    {
        double[] all = images.transpose(0, 1).contiguous().data<double>().ToArray();
        var pixels = Matrix<double>.Build.DenseOfRowMajor(3, all.Length / 3, all);
        var ones = Vector<double>.Build.Dense(pixels.ColumnCount, 1);
        Matrix<double> apart = pixels - (pixels.RowSums() / pixels.ColumnCount).OuterProduct(ones);
        return apart * apart.Transpose() / pixels.ColumnCount;
    }

    private static Matrix<double> Rebuilt(ColourComponents components) => components.Variances
        .Zip(components.Directions, (variance, direction) => variance * ToVector(direction).OuterProduct(ToVector(direction)))
        .Aggregate((a, b) => a + b);

    private static Vector<double> ToVector(ValueList<double> numbers) => Vector<double>.Build.DenseOfEnumerable(numbers);
}
