using GCnn.Actions;
using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Augment.Tests;

/// <summary>Blur by point-spread functions.</summary>
public class BlurLaws
{
    public static TheoryData<string> Kinds => ["gaussian", "moffat"];

    [Theory]
    [InlineData("gaussian", 2)]
    [InlineData("gaussian", 6)]
    [InlineData("moffat", 2)]
    [InlineData("moffat", 6)]
    public void A_point_becomes_half_as_bright_at_half_the_width(string kind, int fwhm)
    {
        double[] row = Spread(Blur(kind, fwhm), 65)[0, 0, 32].data<double>().ToArray();
        Assert.Equal(0.5, row[32 + (fwhm / 2)] / row[32], 1e-12);
        Assert.Equal(row.Reverse(), row);
    }

    [Fact]
    public void A_point_becomes_the_stated_profile()
    {
        double[] row = Spread(new MoffatBlur(At(4), 3), 65)[0, 0, 32].data<double>().ToArray();
        double alpha = 2 / Math.Sqrt(Math.Pow(2, 1 / 3.0) - 1);
        Assert.All(Enumerable.Range(0, 16), r => Assert.Equal(Math.Pow(1 + (r * r / (alpha * alpha)), -3), row[32 + r] / row[32], 1e-12));
        row = Spread(new GaussianBlur(At(4)), 65)[0, 0, 32].data<double>().ToArray();
        Assert.All(Enumerable.Range(0, 7), r => Assert.Equal(Math.Pow(2, -r * r / 4.0), row[32 + r] / row[32], 1e-12));
    }

    [Theory]
    [InlineData("gaussian", 33, 21, 3.3)]
    [InlineData("gaussian", 5, 3, 9)]
    [InlineData("moffat", 33, 21, 2.7)]
    [InlineData("moffat", 4, 3, 5)]
    public void Keeps_the_flux_also_at_the_border(string kind, int rows, int columns, double fwhm)
    {
        Tensor images = Examples.Images(2, rows, columns, ScalarType.Float64);
        Assert.InRange(FluxLost(images, Apply(Blur(kind, fwhm), images)), 0, 1e-11);
    }

    [Fact]
    public void Blur_against_a_black_border_loses_flux()
    {
        Tensor images = Examples.Images(2, 33, 21, ScalarType.Float64), framed = nn.functional.pad(images, [20, 20, 20, 20]);
        Tensor cut = Apply(Blur("gaussian", 3.3), framed).narrow(2, 20, 33).narrow(3, 20, 21);
        Assert.True(FluxLost(images, cut) > 1);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Equals_the_sum_over_mirrored_pixels(string kind)
    {
        Tensor image = Examples.Images(1, 7, 6, ScalarType.Float64).narrow(1, 0, 1);
        double[] kernel = Spread(Blur(kind, 1.5), 31).data<double>().ToArray(), pixels = image.data<double>().ToArray();
        double[] naive = new double[42];
        for (int i = 0; i < 42; i++)
        {
            for (int dy = -15; dy <= 15; dy++)
            {
                for (int dx = -15; dx <= 15; dx++)
                {
                    naive[i] += kernel[((dy + 15) * 31) + dx + 15] * pixels[(Mirror((i / 6) + dy, 7) * 6) + Mirror((i % 6) + dx, 6)];
                }
            }
        }

        Assert.InRange(Examples.Distance(tensor(naive).reshape(1, 1, 7, 6), Apply(Blur(kind, 1.5), image)), 0, 1e-13);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Commutes_with_every_element_of_p4m(string kind)
    {
        var colours = FieldType.Trivial(PlaneGroup.P4m, 3);
        Tensor images = Examples.Images(1, 9, 12, ScalarType.Float64), blurred = Apply(Blur(kind, 2.5), images);
        Assert.All(Enumerable.Range(0, 8), h => Assert.InRange(
            Examples.Distance(blurred.Transform(colours, h), Apply(Blur(kind, 2.5), images.Transform(colours, h))), 0, 1e-13));
    }

    /// <summary>Variances of Gaussians add, so squares of widths do.</summary>
    [Fact]
    public void Two_Gaussian_blurs_are_one_of_the_root_of_the_sum_of_squares()
    {
        Tensor point = zeros([1, 1, 65, 65], ScalarType.Float64);
        point[0, 0, 32, 32] = tensor(1.0);
        Tensor twice = Apply(Blur("gaussian", 4), Apply(Blur("gaussian", 3), point)), once = Apply(Blur("gaussian", 5), point);
        Assert.InRange(Examples.Distance(twice, once) / once.max().item<double>(), 0, 1e-3);
        Assert.True(Examples.Distance(twice, Apply(Blur("gaussian", 7), point)) / once.max().item<double>() > 0.1);
    }

    [Fact]
    public void A_width_of_0_changes_nothing_and_a_tiny_one_is_no_accident()
    {
        Tensor images = Examples.Images(2, 9, 12);
        double[] widths = [0, 1e-300, 1e-9, 0.05];
        Assert.All(widths, fwhm =>
        {
            Assert.InRange(Examples.Distance(images, Apply(Blur("gaussian", fwhm), images)), 0, 1e-3);
            Assert.InRange(Examples.Distance(images, Apply(Blur("moffat", fwhm), images)), 0, 1e-3);
        });
        Assert.True(Examples.Same(images, Apply(Blur("moffat", 0), images)));
    }

    [Fact]
    public void Gradients_are_blurred_in_turn()
    {
        Tensor image = Examples.Images(1, 9, 9, ScalarType.Float64), weight = Examples.Images(1, 9, 9, ScalarType.Float64, seed: 2);
        image.requires_grad_();
        (Apply(Blur("moffat", 2), image) * weight).sum().backward();
        Assert.InRange(Examples.Distance(image.grad!, Apply(Blur("moffat", 2), weight)), 0, 1e-13);
    }

    private static Interval At(double value) => new(value, value);

    private static PointSpreadBlur Blur(string kind, double fwhm) =>
        kind == "gaussian" ? new GaussianBlur(At(fwhm)) : new MoffatBlur(At(fwhm));

    private static Tensor Apply(PointSpreadBlur blur, Tensor images) => blur.Apply(images, Steps.Draw(blur, (int)images.shape[0]));

    private static Tensor Spread(PointSpreadBlur blur, int side)
    {
        Tensor point = zeros([1, 1, side, side], ScalarType.Float64);
        point[0, 0, side / 2, side / 2] = tensor(1.0);
        return Apply(blur, point);
    }

    private static double FluxLost(Tensor before, Tensor after) =>
        (before.sum([2, 3]) - after.sum([2, 3])).abs().max().item<double>();

    private static int Mirror(int x, int n)
    {
        while (x < 0 || x >= n)
        {
            x = x < 0 ? -1 - x : (2 * n) - 1 - x;
        }

        return x;
    }
}
