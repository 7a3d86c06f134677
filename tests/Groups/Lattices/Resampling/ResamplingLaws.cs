namespace GCnn.Groups.Tests;

public sealed class ResamplingLaws
{
    /// <summary>Sizes of images and hexagons, even, odd, oblong and small; the last needs more than inscribed room.</summary>
    private static (int Rows, int Columns, int Radius, double Spacing)[] Sizes =>
    [
        (65, 65, 32, 1), (64, 64, 20, 63 / 40.0), (9, 12, 4, 1.1), (30, 17, 6, 16 / 12.0), (5, 5, 2, 1), (12, 12, 2, 2.5),
    ];

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 0)]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(2, 0)]
    [InlineData(0, 2)]
    [InlineData(2, 1)]
    [InlineData(1, 2)]
    [InlineData(2, 2)]
    public void Polynomials_of_degree_two_in_each_coordinate_are_reproduced_up_to_the_rim(int x, int y) =>
        Assert.All(Sizes, size => Law.Holds(NotReproduced(size.Rows, size.Columns, size.Radius, size.Spacing, x, y)));

    [Fact]
    public void Cubes_are_not_reproduced()
    {
        Law.IsBrokenBy(NotReproduced(65, 65, 32, 1, 0, 3));
        Law.IsBrokenBy(NotReproduced(9, 12, 4, 1.1, 3, 0));
    }

    [Fact]
    public void Tiny_images_give_constants_and_lines()
    {
        Assert.Equal([7.0], Resampling.SquareToHexagonal(1, 1, 0).Apply<double>([7]));
        Assert.Equal([0, 0, 0, 0.5, 1.5, 2.5, 0, 0, 0], Resampling.SquareToHexagonal(1, 4, 1, 1).Apply<double>([0, 1, 2, 3]));
        Assert.Equal([0, 0, 0, 0.75, 1, 1.25, 0, 0, 0], Resampling.SquareToHexagonal(1, 3, 1, 0.25).Apply<double>([0, 1, 2]));
        Assert.Equal([0, 0, 0, 1, 2, 3, 0, 0, 0], Resampling.SquareToHexagonal(2, 3, 1, 1).Apply<double>([0, 1, 2, 2, 3, 4]));
        Assert.Equal([0, 0, 0, 2, 3, 4, 0, 0, 0], Resampling.HexagonalToSquare(1, 3, 3, 1).Apply<double>([0, 1, 2, 2, 3, 4, 4, 5, 0]));
    }

    [Fact]
    public void Samples_that_lie_on_samples_are_copied()
    {
        double[] image = [.. IntegerFilter.RandomWeights(65 * 65, 1)];
        double[] cells = Resampling.SquareToHexagonal(65, 65, 32).Apply<double>(image);
        double[] back = Resampling.HexagonalToSquare(32, 65, 65).Apply<double>(cells);
        Assert.Equal(image[(32 * 65)..(33 * 65)], cells[(32 * 65)..(33 * 65)]);
        Assert.Equal(image[(32 * 65)..(33 * 65)], back[(32 * 65)..(33 * 65)]);
    }

    [Fact]
    public void Far_from_the_rim_it_is_the_convolution_with_the_kernel_of_Keys()
    {
        Law.Holds(NotTheConvolution(-0.5));
        Law.IsBrokenBy(NotTheConvolution(-0.75));
    }

    [Fact]
    public void Weights_sum_to_one_inside_and_vanish_outside()
    {
        foreach ((int rows, int columns, int radius, double spacing) in Sizes)
        {
            foreach (Resampling plan in Plans(rows, columns, radius, spacing))
            {
                for (int i = 0; i < plan.IsInside.Length; i++)
                {
                    double[] weights = plan.Weights.Slice(i * Resampling.Taps, Resampling.Taps).ToArray();
                    Assert.Equal(plan.IsInside[i] ? 1 : 0, weights.Sum(), 12);
                    Assert.True(plan.IsInside[i] || Array.TrueForAll(weights, weight => weight == 0));
                }
            }
        }
    }

    [Fact]
    public void The_inscribed_hexagon_lies_inside_and_a_larger_one_does_not()
    {
        foreach ((int rows, int columns, int radius) in new[] { (65, 65, 32), (64, 64, 9), (40, 65, 32), (65, 40, 7), (3, 3, 1) })
        {
            double spacing = Resampling.InscribedSpacing(rows, columns, radius);
            Resampling plan = Resampling.SquareToHexagonal(rows, columns, radius);
            Resampling larger = Resampling.SquareToHexagonal(rows, columns, radius, spacing * 1.0001);
            Assert.Equal(Resampling.SquareToHexagonal(rows, columns, radius, spacing), plan);
            Assert.Equal(new HexagonalDomain(radius).Mask.ToArray(), plan.IsInside.ToArray());
            Assert.True(larger.IsInside.Count(true) < plan.IsInside.Count(true));
        }

        Assert.Equal(1, Resampling.InscribedSpacing(1, 1, 0));

        Assert.Equal(1, Resampling.InscribedSpacing(65, 65, 32));
        Assert.Equal(64 / 66.0, Resampling.InscribedSpacing(65, 65, 33));
        Assert.Equal(39 / (32 * Math.Sqrt(3)), Resampling.InscribedSpacing(40, 65, 32));
    }

    [Fact]
    public void Pixels_inside_are_those_between_the_six_sides()
    {
        Resampling plan = Resampling.HexagonalToSquare(10, 21, 21);
        double[] ones = plan.Apply<double>([.. new HexagonalDomain(10).Mask.ToArray().Select(inside => inside ? 1.0 : 0)]);
        for (int i = 0; i < ones.Length; i++)
        {
            (double x, double y) = ((i % 21) - 10, (i / 21) - 10);
            (double r, double q) = (y / Math.Sqrt(0.75), x - (y / Math.Sqrt(3)));
            bool inside = Math.Max(Math.Max(Math.Abs(q), Math.Abs(r)), Math.Abs(q + r)) <= 10 + 1e-9;
            Assert.Equal(inside, plan.IsInside[i]);
            Assert.Equal(inside ? 1 : 0, ones[i], 12);
        }
    }

    [Fact]
    public void Several_planes_and_other_precisions_give_the_same()
    {
        Resampling plan = Resampling.SquareToHexagonal(17, 17, 8);
        double[] image = SampledImages.OnSquare(SampledImages.Natural(0.25, 3), 17, 17);
        double[] cells = plan.Apply<double>(image);
        Assert.Equal([.. cells, .. cells], plan.Apply<double>([.. image, .. image]));
        float[] single = plan.Apply<float>(Array.ConvertAll(image, value => (float)value));
        Assert.All(single.Zip(cells), pair => Assert.Equal(pair.Second, pair.First, 1e-6));
        Assert.Empty(plan.Apply<float>([]));
    }

    [Fact]
    public void Plans_are_equal_by_their_weights()
    {
        Assert.Equal(Resampling.SquareToHexagonal(9, 9, 4), Resampling.SquareToHexagonal(9, 9, 4, 1));
        Assert.Equal(Resampling.SquareToHexagonal(9, 9, 4).GetHashCode(), Resampling.SquareToHexagonal(9, 9, 4, 1).GetHashCode());
        Assert.NotEqual(Resampling.SquareToHexagonal(9, 9, 4), Resampling.SquareToHexagonal(9, 9, 4, 0.9));
        Assert.NotEqual(Resampling.SquareToHexagonal(9, 9, 4), Resampling.HexagonalToSquare(4, 9, 9));
        Assert.False(Resampling.SquareToHexagonal(9, 9, 4).Equals((object?)null));
        Assert.Equal("resampling from 9 x 12 to 7 x 7", Resampling.SquareToHexagonal(9, 12, 3).ToString());
    }

    [Fact]
    public void Sizes_that_make_no_image_are_refused()
    {
        Message.Says<ArgumentOutOfRangeException>(() => Resampling.SquareToHexagonal(0, 9, 4, 1), "0 x 9");
        Message.Says<ArgumentOutOfRangeException>(() => Resampling.HexagonalToSquare(4, 9, -1, 1), "9 x -1");
        Message.Says<ArgumentOutOfRangeException>(() => Resampling.SquareToHexagonal(9, 9, -4), "at least 0", "-4");
        Message.Says<ArgumentOutOfRangeException>(() => Resampling.SquareToHexagonal(9, 1, 4), "above 0 pixels; it is 0", "give the");
        Message.Says<ArgumentOutOfRangeException>(() => Resampling.HexagonalToSquare(4, 9, 9, double.NaN), "NaN");
        Message.Says<ArgumentException>(() => Resampling.SquareToHexagonal(9, 9, 4).Apply<float>(new float[80]), "9 x 9", "80 values");
    }

    private static Resampling[] Plans(int rows, int columns, int radius, double spacing) =>
        [Resampling.SquareToHexagonal(rows, columns, radius, spacing), Resampling.HexagonalToSquare(radius, rows, columns, spacing)];

    /// <summary>A monomial of coordinates between −1 and 1, both ways, against its samples.</summary>
    private static string? NotReproduced(int rows, int columns, int radius, double spacing, int x, int y)
    {
        double scale = Math.Max(Math.Max(rows, columns) / 2.0, radius * spacing);
        double Monomial(double u, double v) => Math.Pow(u / scale, x) * Math.Pow(v / scale, y);
        double[] square = SampledImages.OnSquare(Monomial, rows, columns);
        double[] hexagon = SampledImages.OnHexagon(Monomial, radius, spacing);
        Resampling[] plans = Plans(rows, columns, radius, spacing);
        double error = Math.Max(Worst(plans[0], square, hexagon), Worst(plans[1], hexagon, square));
        return error < 1e-12 ? null : $"x^{x} y^{y} between {rows} x {columns} and radius {radius} is off by {error}";
    }

    private static double Worst(Resampling plan, double[] input, double[] expected)
    {
        double[] output = plan.Apply<double>(input);
        return Enumerable.Range(0, output.Length).Where(i => plan.IsInside[i]).Max(i => Math.Abs(output[i] - expected[i]));
    }

    /// <summary>The definition, <c>Σ f(p) u(x − p.x) u(y − p.y)</c> over all samples, with the kernel of parameter <c>a</c>.</summary>
    private static string? NotTheConvolution(double a)
    {
        double[] image = SampledImages.OnSquare(SampledImages.Natural(0.5, 5), 21, 21);
        double[] cells = Resampling.SquareToHexagonal(21, 21, 10).Apply<double>(image);
        HexagonalDomain hexagon = new(10);
        foreach (LatticePoint cell in new HexagonalDomain(8).Cells)
        {
            (double x, double y) = new HexagonalLattice().Position(cell.X, cell.Y);
            double sum = Enumerable.Range(0, 21 * 21).Sum(i => image[i] * Kernel(x + 10 - (i % 21), a) * Kernel(y + 10 - (i / 21), a));
            if (Math.Abs(sum - cells[hexagon.Slot(cell)]) > 1e-12)
            {
                return $"the value of cell {cell} is not the convolution's, {sum}";
            }
        }

        return null;
    }

    /// <summary>The continuous piecewise cubics that interpolate and have a continuous slope: one parameter is left ([Keys1981]).</summary>
    private static double Kernel(double place, double a) => Math.Abs(place) switch
    {
        <= 1 and double t => ((a + 2) * t * t * t) - ((a + 3) * t * t) + 1,
        < 2 and double t => (a * t * t * t) - (5 * a * t * t) + (8 * a * t) - (4 * a),
        _ => 0,
    };
}
