using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Testing.Tests;

public class TranslationLaws
{
    private static readonly FieldType Scalars = Functions.Scalars;
    private static readonly FieldType Fields = Functions.Fields;

    private static Tensor Scene => IntegerTensors.Random(1, 1, 2, 24, 26);

    [Fact]
    public void Circular_padding_commutes_with_every_cyclic_shift()
    {
        Tensor x = IntegerTensors.Random(2, 1, 2, 4, 5);
        var report = EquivarianceReport.MeasureCyclicShifts(
            Functions.CircularConvolution(Scalars, Fields), x, 1, EquivarianceOptions.Exact);
        Assert.True(report.IsEquivariant, report.ToString());
        Assert.Equal(20, report.Errors.Count);
    }

    [Fact]
    public void A_strided_function_commutes_with_multiples_of_its_stride()
    {
        Func<Tensor, Tensor> f = x => nn.functional.max_pool2d(Functions.CircularConvolution(Scalars, Fields)(x), 2, 2);
        Tensor x = IntegerTensors.Random(2, 1, 2, 6, 8);
        EquivarianceAssert.CommutesWithCyclicShifts(f, x, 2, EquivarianceOptions.Exact);
    }

    [Fact]
    public void Vectors_after_spatial_pooling_do_not_change() => EquivarianceAssert.CommutesWithCyclicShifts(
        x => Functions.SpatialSum(Functions.CircularConvolution(Scalars, Fields)(x)), IntegerTensors.Random(2, 1, 2, 4, 4));

    [Fact]
    public void Zero_padding_does_not_commute_with_cyclic_shifts()
    {
        Tensor x = IntegerTensors.Random(2, 1, 2, 4, 5);
        var report = EquivarianceReport.MeasureCyclicShifts(Functions.Convolution(Scalars, Fields), x, 1, EquivarianceOptions.Exact);
        Assert.False(report.IsEquivariant);
        Assert.NotEqual(LatticePoint.Origin, report.Worst.Element.Translation);
    }

    [Theory]
    [InlineData(3, 1, 1, 1)]
    [InlineData(3, 2, 1, 1)]
    [InlineData(3, 3, 1, 1)]
    [InlineData(2, 1, 0, 0)]
    [InlineData(4, 2, 2, 1)]
    public void Zero_padding_commutes_on_windows_less_the_margin(int kernel, int stride, int padding, int margin) =>
        EquivarianceAssert.CommutesOnShiftedWindows(
            Functions.Convolution(Scalars, Fields, kernel, stride, padding),
            Wide(stride), new(15, 16, stride, margin), EquivarianceOptions.Exact);

    [Fact]
    public void The_margin_may_not_be_too_small()
    {
        var report = EquivarianceReport.MeasureShiftedWindows(
            Functions.Convolution(Scalars, Fields), Scene, new(15, 16, 1, 0), EquivarianceOptions.Exact);
        Assert.False(report.IsEquivariant);
        Assert.Null(report.Vacuity);
    }

    [Fact]
    public void A_bias_that_depends_on_the_position_is_rejected_on_windows()
    {
        Tensor bias = IntegerTensors.Random(3, 1, 1, 15, 16);
        Assert.Throws<EquivarianceException>(() => EquivarianceAssert.CommutesOnShiftedWindows(
            x => Functions.Convolution(Scalars, Fields)(x) + bias, Scene, new(15, 16, 1, 1), EquivarianceOptions.Exact));
    }

    [Fact]
    public void A_stride_that_is_understated_is_rejected_on_windows()
    {
        // The output moves by half of what a stride of 1 says.
        Assert.Throws<EquivarianceException>(() => EquivarianceAssert.CommutesOnShiftedWindows(
            Functions.Convolution(Scalars, Fields, 3, 2), Scene, new(15, 16, 1, 1), EquivarianceOptions.Exact));
    }

    [Fact]
    public void A_flipped_shift_is_rejected()
    {
        // A function that mirrors the image commutes with shifts only up to their sign.
        Assert.Throws<EquivarianceException>(() =>
            EquivarianceAssert.CommutesWithCyclicShifts(x => x.flip(3), IntegerTensors.Random(2, 1, 1, 4, 5)));
    }

    [Fact]
    public void The_shifts_are_all_directions_at_one_and_more_strides()
    {
        LatticePoint[] shifts = [.. new ShiftedWindows(5, 5, 3, 0).Shifts];
        Assert.Equal(24, shifts.Length);
        Assert.All(shifts, t => Assert.True(t.X % 3 == 0 && t.Y % 3 == 0 && Math.Abs(t.X) <= 6 && Math.Abs(t.Y) <= 6));
        Assert.Contains(new LatticePoint(-6, 3), shifts);
    }

    private static Tensor Wide(int stride) => IntegerTensors.Random(1, 1, 2, 15 + (4 * stride), 17 + (4 * stride));
}
