using static TorchSharp.torch;

namespace GCnn.Augment.Tests;

/// <summary>Which polynomials each interpolation reproduces, away from the border.</summary>
public class InterpolationLaws
{
    private const int Side = 24;
    private static readonly Affine Map = Affine.Shift(0.3, -0.7) * Affine.Scale(1.2) * Affine.Rotation(23);

    [Theory]
    [InlineData(ScalarType.Float64, 1e-11)]
    [InlineData(ScalarType.Float32, 1e-4)]
    public void Bilinear_reproduces_what_is_linear_in_each_coordinate(ScalarType type, double tolerance)
    {
        Assert.InRange(Error((x, y) => 1 + (2 * x) - y + (0.5 * x * y), Interpolation.Bilinear, type), 0, tolerance);
        Assert.True(Error((x, y) => x * x, Interpolation.Bilinear, type) > 0.1);
    }

    [Theory]
    [InlineData(ScalarType.Float64, 1e-10)]
    [InlineData(ScalarType.Float32, 5e-3)]
    public void Bicubic_reproduces_what_is_quadratic_in_each_coordinate(ScalarType type, double tolerance)
    {
        Assert.InRange(Error((x, y) => 1 + x - y + (x * y), Interpolation.Bicubic, type), 0, tolerance);
        Assert.InRange(Error((x, y) => (x * x) - (2 * y * y), Interpolation.Bicubic, type), 0, tolerance);
        Assert.InRange(Error((x, y) => x * x * y * y, Interpolation.Bicubic, type), 0, tolerance);
    }

    /// <summary>Of <c>x³</c> it misses <c>t (1 − t) (1 − 2 t)</c> at the fraction <c>t</c>, at most <c>√3 / 18</c>.</summary>
    [Fact]
    public void Bicubic_misses_a_cubic_by_a_known_bit() =>
        Assert.InRange(Error((x, y) => x * x * x, Interpolation.Bicubic, ScalarType.Float64), 0.09, Math.Sqrt(3) / 18);

    [Fact]
    public void With_a_of_minus_three_quarters_quadratics_would_be_missed()
    {
        Tensor image = Polynomial((x, y) => x * x, ScalarType.Float64);
        ImageSize size = new(Side, Side);
        double[,,] other = NaiveWarp.Apply(image, Map, size, Interpolation.Bicubic, WarpPadding.Zeros, keys: -0.75);
        double[,,] ours = NaiveWarp.Apply(image, Map, size, Interpolation.Bicubic, WarpPadding.Zeros);
        Assert.True(Math.Abs(other[0, 12, 13] - ours[0, 12, 13]) > 0.01);
    }

    [Fact]
    public void Nearest_makes_no_new_values()
    {
        Tensor image = Polynomial((x, y) => x - (100 * y), ScalarType.Float32);
        float[] known = image.data<float>().ToArray();
        float[] warped = Warp(image, Interpolation.Nearest).data<float>().ToArray();
        Assert.All(warped, value => Assert.True(value == 0 || known.Contains(value)));
    }

    private static double Error(Func<double, double, double> polynomial, Interpolation interpolation, ScalarType type)
    {
        double[] warped = Warp(Polynomial(polynomial, type), interpolation).to(ScalarType.Float64).data<double>().ToArray();
        double worst = 0;
        for (int row = 0; row < Side; row++)
        {
            for (int column = 0; column < Side; column++)
            {
                (double x, double y) = Map.Inverse.Apply(column - 11.5, row - 11.5);
                if (Math.Abs(x) < 9 && Math.Abs(y) < 9)
                {
                    worst = Math.Max(worst, Math.Abs(polynomial(x, y) - warped[(row * Side) + column]));
                }
            }
        }

        return worst;
    }

    private static Tensor Warp(Tensor image, Interpolation interpolation) =>
        new FixedWarp(Map) { Interpolation = interpolation }.Apply(image, [new NoParameters()]);

    private static Tensor Polynomial(Func<double, double, double> polynomial, ScalarType type) => tensor(
        [.. Enumerable.Range(0, Side * Side).Select(i => polynomial((i % Side) - 11.5, (i / Side) - 11.5))], [1, 1, Side, Side]).to(type);
}
