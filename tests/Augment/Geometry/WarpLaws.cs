using GCnn.Actions;
using GCnn.Groups;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Augment.Tests;

/// <summary>
/// The loops of float32, the gathers of every other type, <c>grid_sample</c> and the definition, held against each other.
/// </summary>
public class WarpLaws
{
    private static readonly Affine[] Maps =
    [
        Affine.Identity,
        Affine.Rotation(30),
        Affine.Shift(0.375, -2.25) * Affine.Scale(1.3) * Affine.Rotation(-77) * Affine.LeftRight,
        Affine.Shear(0.4, -0.2) * Affine.Scale(0.6, 1.7),
        Affine.Shift(31.3, -47.9),
        Affine.Scale(0.07),
        Affine.Scale(40) * Affine.Rotation(12),
    ];

    private static readonly (int Channels, ImageSize Before, ImageSize After)[] Shapes =
    [
        (3, new(9, 13), new(9, 13)), (1, new(8, 8), new(5, 18)), (6, new(7, 5), new(11, 3)), (4, new(1, 6), new(4, 4)),
        (2, new(1, 1), new(3, 2)),
    ];

    public static TheoryData<Interpolation, WarpPadding> Readings =>
        Combinations.Of(Enum.GetValues<Interpolation>(), Enum.GetValues<WarpPadding>());

    [Theory]
    [MemberData(nameof(Readings))]
    public void Both_ways_of_computing_equal_the_definition(Interpolation interpolation, WarpPadding padding)
    {
        foreach ((int channels, ImageSize before, ImageSize after) in Shapes)
        {
            Tensor image = Image(channels, before);
            foreach (Affine map in Maps)
            {
                Assert.InRange(Violation(image, map, after, interpolation, padding, 1e-3), 0, 2e-4);
                Assert.InRange(Violation(image.to(ScalarType.Float64), map, after, interpolation, padding, 1e-9), 0, 1e-10);
            }
        }
    }

    [Fact]
    public void The_inverse_map_another_padding_or_another_interpolation_is_rejected()
    {
        (Tensor image, Affine map, ImageSize size) = (Image(1, new(9, 13)), Maps[2], new(9, 13));
        Tensor warped = Apply(image, map, size, Interpolation.Bilinear, WarpPadding.Border);
        Assert.True(Distance(warped, NaiveWarp.Apply(image, map.Inverse, size, Interpolation.Bilinear, WarpPadding.Border)) > 0.1);
        Assert.True(Distance(warped, NaiveWarp.Apply(image, map, size, Interpolation.Bilinear, WarpPadding.Zeros)) > 0.1);
        Assert.True(Distance(warped, NaiveWarp.Apply(image, map, size, Interpolation.Bicubic, WarpPadding.Border)) > 0.01);
    }

    [Theory]
    [InlineData(GridSamplePaddingMode.Zeros, WarpPadding.Zeros)]
    [InlineData(GridSamplePaddingMode.Border, WarpPadding.Border)]
    [InlineData(GridSamplePaddingMode.Reflection, WarpPadding.Reflection)]
    public void Bilinear_equals_grid_sample_of_libtorch(GridSamplePaddingMode mode, WarpPadding padding)
    {
        ImageSize before = new(14, 11), after = new(12, 17);
        Tensor image = Image(3, before);
        foreach (Affine map in Maps)
        {
            double[,,,] grid = new double[1, after.Rows, after.Columns, 2];
            for (int row = 0; row < after.Rows; row++)
            {
                for (int column = 0; column < after.Columns; column++)
                {
                    (double x, double y) = NaiveWarp.Place(map, before, after, column, row);
                    (grid[0, row, column, 0], grid[0, row, column, 1]) =
                        (((2 * x) + 1 - before.Columns) / before.Columns, ((2 * y) + 1 - before.Rows) / before.Rows);
                }
            }

            Tensor doubles = image.to(ScalarType.Float64);
            Tensor theirs = nn.functional.grid_sample(doubles, tensor(grid), GridSampleMode.Bilinear, mode, align_corners: false);
            Assert.InRange(Examples.Distance(theirs, Apply(doubles, map, after, Interpolation.Bilinear, padding)), 0, 1e-9);
            Assert.InRange(
                Examples.Distance(theirs.to(ScalarType.Float32), Apply(image, map, after, Interpolation.Bilinear, padding)), 0, 2e-4);
        }
    }

    [Theory]
    [MemberData(nameof(Readings))]
    public void Quarter_turns_and_flips_equal_the_index_maps_bit_for_bit(Interpolation interpolation, WarpPadding padding)
    {
        var colours = FieldType.Trivial(PlaneGroup.P4m, 3);
        foreach (int side in new[] { 1, 2, 7, 8, 33 })
        {
            foreach (ScalarType type in new[] { ScalarType.Float32, ScalarType.Float64 })
            {
                Tensor images = Examples.Images(1, side, side, type);
                for (int h = 0; h < 8; h++)
                {
                    Affine map = Affine.Rotation(90 * (h % 4)) * (h < 4 ? Affine.Identity : Affine.LeftRight);
                    Tensor warped = Apply(images, map, new(side, side), interpolation, padding);
                    Assert.True(Examples.Same(images.Transform(colours, h), warped));
                    Assert.Equal(h is not (1 or 3) || side == 1, Examples.Same(images.Transform(colours, h), Apply(
                        images, map.Inverse, new(side, side), interpolation, padding)));
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Readings))]
    public void Whole_shifts_move_pixels_bit_for_bit(Interpolation interpolation, WarpPadding padding)
    {
        Tensor image = Examples.Images(1, 7, 9);
        Tensor shifted = Apply(image, Affine.Shift(2, -3), new(7, 9), interpolation, padding);
        Assert.True(Examples.Same(image.narrow(2, 3, 4).narrow(3, 0, 7), shifted.narrow(2, 0, 4).narrow(3, 2, 7)));
    }

    [Fact]
    public void Half_a_pixel_is_the_mean_of_two()
    {
        Tensor row = tensor(new float[] { 2, 4, 10, 2 }).reshape(1, 1, 1, 4);
        Tensor shifted = Apply(row, Affine.Shift(0.5, 0), new(1, 4), Interpolation.Bilinear, WarpPadding.Zeros);
        Assert.Equal([1f, 3, 7, 6], shifted.data<float>().ToArray());
    }

    [Theory]
    [MemberData(nameof(Readings))]
    public void Gradients_are_those_of_a_linear_map(Interpolation interpolation, WarpPadding padding)
    {
        foreach (ScalarType type in new[] { ScalarType.Float32, ScalarType.Float64 })
        {
            Tensor image = Image(2, new(6, 7)).to(type), direction = Image(2, new(5, 8), seed: 9).to(type);
            Tensor variable = image.clone().requires_grad_();
            (Apply(variable, Maps[2], new(5, 8), interpolation, padding) * direction).sum().backward();
            Tensor byGradient = (variable.grad! * image).sum();
            Tensor byValue = (Apply(image, Maps[2], new(5, 8), interpolation, padding) * direction).sum();
            Assert.InRange(Examples.Distance(byGradient, byValue), 0, 1e-3);
        }
    }

    [Fact]
    public void Half_precision_is_computed_in_single_precision()
    {
        Tensor image = Image(1, new(6, 6)).to(ScalarType.BFloat16);
        Tensor warped = Apply(image, Maps[1], new(6, 6), Interpolation.Bicubic, WarpPadding.Border);
        Assert.Equal(ScalarType.BFloat16, warped.dtype);
        Tensor single = Apply(image.to(ScalarType.Float32), Maps[1], new(6, 6), Interpolation.Bicubic, WarpPadding.Border);
        Assert.InRange(Examples.Distance(single, warped.to(ScalarType.Float32)), 0, 0.01);
    }

    [Fact]
    public void Images_that_are_not_contiguous_are_read_as_they_are()
    {
        Tensor turned = Examples.Images(1, 8, 8).permute(0, 1, 3, 2);
        Assert.True(Examples.Same(
            Apply(turned.contiguous(), Maps[1], new(8, 8), default, default), Apply(turned, Maps[1], new(8, 8), default, default)));
    }

    [Fact]
    public void A_map_out_of_sight_is_refused()
    {
        Tensor image = Image(1, new(6, 6));
        foreach (Affine map in new[] { Affine.Scale(1e-9), default, Affine.Shift(double.PositiveInfinity, 0), Affine.Shift(1e15, 0) })
        {
            Assert.Contains("needs a map with an inverse", Assert.Throws<ArgumentException>(
                () => Apply(image, map, new(6, 6), default, default)).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Only_the_result_stays_in_the_callers_scope()
    {
        foreach (Tensor image in new[] { Image(1, new(6, 6)), Image(1, new(6, 6)).to(ScalarType.Float64) })
        {
            using DisposeScope scope = NewDisposeScope();
            Apply(image, Maps[1], new(6, 6), Interpolation.Bicubic, WarpPadding.Reflection);
            Assert.Equal(1, scope.DisposablesCount);
        }
    }

    private static Tensor Image(int channels, ImageSize size, int seed = 5)
    {
        Random random = new(seed);
        float[] values = [.. Enumerable.Range(0, channels * size.Rows * size.Columns).Select(_ => random.NextSingle())];
        return tensor(values, [1, channels, size.Rows, size.Columns]);
    }

    private static Tensor Apply(Tensor image, Affine map, ImageSize after, Interpolation interpolation, WarpPadding padding) =>
        new FixedWarp(map, after) { Interpolation = interpolation, Padding = padding }.Apply(image, [new NoParameters()]);

    /// <summary>The largest difference from the definition; where the nearest pixel hangs on a rounding, none is counted.</summary>
    private static double Violation(
        Tensor image, Affine map, ImageSize after, Interpolation interpolation, WarpPadding padding, double rounding)
    {
        double[,,] expected = NaiveWarp.Apply(image, map, after, interpolation, padding);
        double[] actual = Apply(image, map, after, interpolation, padding).to(ScalarType.Float64).data<double>().ToArray();
        double worst = 0;
        for (int i = 0; i < actual.Length; i++)
        {
            (int c, int pixel) = Math.DivRem(i, after.Rows * after.Columns);
            (int row, int column) = Math.DivRem(pixel, after.Columns);
            (double x, double y) = NaiveWarp.Place(map, ImageSize.Of(image), after, column, row);
            bool isTie = interpolation == Interpolation.Nearest
                && Math.Min(FromHalf(x), FromHalf(y)) < rounding;
            worst = isTie ? worst : Math.Max(worst, Math.Abs(expected[c, row, column] - actual[i]));
        }

        return worst;
    }

    private static double FromHalf(double x) => Math.Abs(x - Math.Floor(x) - 0.5);

    private static double Distance(Tensor image, double[,,] expected) =>
        Examples.Distance(image[0].to(ScalarType.Float64), tensor(expected));
}
