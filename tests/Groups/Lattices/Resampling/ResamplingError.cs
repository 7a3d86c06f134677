using Xunit.Abstractions;

namespace GCnn.Groups.Tests;

/// <summary>The measurements that the documentation of <see cref="Resampling"/> states.</summary>
public sealed class ResamplingError(ITestOutputHelper output)
{
    private const int Side = 65;
    private const int Radius = 32;

    private static readonly Resampling ToHexagons = Resampling.SquareToHexagonal(Side, Side, Radius);
    private static readonly Resampling ToSquares = Resampling.HexagonalToSquare(Radius, Side, Side);
    private static readonly int[] InnerCells = [.. new HexagonalDomain(Radius - 3).Cells.Select(new HexagonalDomain(Radius).Slot)];
    private static readonly int[] InnerPixels = FindInnerPixels();

    [Theory]
    [InlineData(0.05, 0.00023, 0.00016, 0.00020)]
    [InlineData(0.1, 0.0024, 0.0017, 0.0030)]
    [InlineData(0.15, 0.010, 0.0076, 0.015)]
    [InlineData(0.2, 0.030, 0.022, 0.043)]
    [InlineData(0.25, 0.066, 0.049, 0.095)]
    public void Plane_waves_have_the_documented_error(double frequency, double toHexagons, double toSquares, double thereAndBack)
    {
        IEnumerable<int> directions = Enumerable.Range(0, 12);
        Compare([toHexagons, toSquares, thereAndBack], directions.Select(k => SampledImages.Wave(frequency, (k + 0.37) / 24, 1.3 * k)));
    }

    [Fact]
    public void Natural_images_have_the_documented_error() =>
        Compare([0.013, 0.0096, 0.019], Enumerable.Range(1, 5).Select(seed => SampledImages.Natural(0.25, seed)));

    [Fact]
    public void The_error_is_of_the_third_order()
    {
        double[] coarse = Measure(SampledImages.Wave(0.1, 0.11, 0.2));
        double[] fine = Measure(SampledImages.Wave(0.05, 0.11, 0.2));
        Assert.All(coarse.Zip(fine), pair => Assert.InRange(pair.First / pair.Second, 8, 16));
    }

    [Theory]
    [InlineData(0.05, 1.9)]
    [InlineData(0.1, 1.7)]
    [InlineData(0.2, 1.5)]
    public void Along_the_axial_axes_the_error_would_be_larger(double frequency, double times)
    {
        (double rows, double axial) = (0, 0);
        for (int k = 0; k < 4; k++)
        {
            Func<double, double, double> wave = SampledImages.Wave(frequency, (k + 0.37) / 8, 1.3 * k);
            double[] square = SampledImages.OnSquare(wave, Side, Side);
            double[] alongAxes = SampledImages.OnSquare((x, y) => Axial(wave, x, y), Side, Side);
            rows += Math.Pow(RootMeanSquare(InnerPixels, ToSquares.Apply<double>(SampledImages.OnHexagon(wave, Radius, 1)), square), 2);
            axial += Math.Pow(RootMeanSquare(InnerPixels, alongAxes, square), 2);
        }

        output.WriteLine($"{frequency}: {Math.Sqrt(axial / rows)} times");
        Assert.InRange(Math.Sqrt(axial / rows), times - 0.1, times + 0.1);
    }

    /// <summary>To hexagons, to squares, and there and back.</summary>
    private static double[] Measure(Func<double, double, double> image)
    {
        double[] square = SampledImages.OnSquare(image, Side, Side);
        double[] hexagon = SampledImages.OnHexagon(image, Radius, 1);
        double[] cells = ToHexagons.Apply<double>(square);
        return
        [
            RootMeanSquare(InnerCells, cells, hexagon),
            RootMeanSquare(InnerPixels, ToSquares.Apply<double>(hexagon), square),
            RootMeanSquare(InnerPixels, ToSquares.Apply<double>(cells), square),
        ];
    }

    private static double RootMeanSquare(int[] places, double[] a, double[] b) => Math.Sqrt(places.Average(i => Math.Pow(a[i] - b[i], 2)));

    private static int[] FindInnerPixels()
    {
        ReadOnlySpan<bool> inner = Resampling.HexagonalToSquare(Radius - 3, Side, Side, 1).IsInside;
        List<int> pixels = [];
        for (int i = 0; i < inner.Length; i++)
        {
            if (inner[i])
            {
                pixels.Add(i);
            }
        }

        return [.. pixels];
    }

    /// <summary>Cubic convolution in axial coordinates of samples of the function itself, along q and across r.</summary>
    private static double Axial(Func<double, double, double> f, double x, double y)
    {
        (double r, double q) = (y / Math.Sqrt(0.75), x - (y / Math.Sqrt(3)));
        double sum = 0;
        for (int i = (int)Math.Floor(r) - 1; i <= Math.Floor(r) + 2; i++)
        {
            for (int j = (int)Math.Floor(q) - 1; j <= Math.Floor(q) + 2; j++)
            {
                (double u, double v) = new HexagonalLattice().Position(j, i);
                sum += f(u, v) * Kernel(q - j) * Kernel(r - i);
            }
        }

        return sum;
    }

    private static double Kernel(double place) => Math.Abs(place) switch
    {
        <= 1 and double t => (1.5 * t * t * t) - (2.5 * t * t) + 1,
        < 2 and double t => (-0.5 * t * t * t) + (2.5 * t * t) - (4 * t) + 2,
        _ => 0,
    };

    private void Compare(double[] documented, IEnumerable<Func<double, double, double>> images)
    {
        double[][] errors = [.. images.Select(Measure)];
        double[] measured = [.. Enumerable.Range(0, 3).Select(i => Math.Sqrt(errors.Average(error => error[i] * error[i])))];
        output.WriteLine(string.Join("  ", measured.Select(error => error.ToString("g3"))));
        Assert.All(documented.Zip(measured), pair => Assert.InRange(pair.Second / pair.First, 0.95, 1.05));
    }
}
