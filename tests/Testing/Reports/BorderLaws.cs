using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Testing.Tests;

/// <summary>What padding breaks is seen at the border, what a stride breaks is seen everywhere.</summary>
public class BorderLaws
{
    private static readonly FieldType Scalars = Functions.Scalars;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Zero_padding_breaks_shifts_at_the_border_alone(int margin)
    {
        Func<Tensor, Tensor> f = Functions.Convolution(Scalars, Functions.Fields, kernel: (2 * margin) + 1, padding: margin);
        var report = EquivarianceReport.MeasureCyclicShifts(f, Functions.Image(10), 1, new() { Margin = margin });
        Assert.False(report.Holds);
        Assert.All(report.Errors, error => Assert.Equal(0, error.InteriorError ?? 0));
        Assert.Contains(report.Errors, error => error is { InteriorError: 0, BorderError: > 0 });

        // With a smaller margin a pixel that saw the padding counts as interior.
        var smaller = EquivarianceReport.MeasureCyclicShifts(f, Functions.Image(10), 1, new() { Margin = margin - 1 });
        Assert.Contains(smaller.Errors, error => error.InteriorError > 0);
    }

    [Fact]
    public void A_stride_on_an_even_size_breaks_turns_everywhere()
    {
        Func<Tensor, Tensor> f = Functions.Convolution(Scalars, Functions.Fields, stride: 2);
        var report = EquivarianceReport.Measure(f, Scalars, Functions.Fields, Functions.Image(12), new() { Margin = 1 });
        ElementError[] broken = [.. report.Errors.Where(error => error.MaxError > 0)];
        Assert.All(broken, error => Assert.True(error is { InteriorError: > 0, BorderError: > 0 }));
        Assert.Contains(report.Errors, error => error.MaxError > 0);
    }

    [Fact]
    public void The_larger_part_is_the_whole_error_and_margin_zero_has_no_border()
    {
        Func<Tensor, Tensor> f = x => x + arange(x.shape[3], ScalarType.Float64);
        var report = EquivarianceReport.Measure(f, Scalars, Scalars, Functions.Image());
        Assert.All(report.Errors, error => Assert.Equal(error.MaxError, Math.Max(error.InteriorError!.Value, error.BorderError!.Value)));
        var whole = EquivarianceReport.Measure(f, Scalars, Scalars, Functions.Image(), new() { Margin = 0 });
        Assert.All(whole.Errors, error => Assert.Equal((error.MaxError, null), (error.InteriorError, error.BorderError)));
        var none = EquivarianceReport.Measure(f, Scalars, Scalars, Functions.Image(), new() { Margin = 5 });
        Assert.All(none.Errors, error => Assert.Null(error.InteriorError));
    }

    [Fact]
    public void On_hexagons_distance_is_counted_in_cells()
    {
        FieldType type = FieldType.Trivial(PlaneGroup.P6, 1);
        Tensor x = IntegerTensors.Field(1, new NetState(type, 7, 7), 1), ring = zeros([7, 7], ScalarType.Float64);

        // The cell (3, -1) is on the rim, (2, -1) is next to it.
        ring[2, 6] = tensor(1.0);
        var rim = EquivarianceReport.Measure(y => y + ring, type, type, x, new() { Margin = 1 });
        Assert.Contains(rim.Errors, error => error is { InteriorError: 0, BorderError: 1 });
        Assert.DoesNotContain(rim.Errors, error => error.InteriorError > 0);
        ring[2, 6] = tensor(0.0);
        ring[2, 5] = tensor(1.0);
        var inner = EquivarianceReport.Measure(y => y + ring, type, type, x, new() { Margin = 1 });
        Assert.Contains(inner.Errors, error => error is { InteriorError: 1, BorderError: 0 });
    }

    [Fact]
    public void Vectors_have_no_border()
    {
        var report = EquivarianceReport.Measure(Functions.SpatialSum, Scalars, Scalars, Functions.Image());
        Assert.All(report.Errors, error => Assert.Equal((null, null), (error.InteriorError, error.BorderError)));
    }
}
