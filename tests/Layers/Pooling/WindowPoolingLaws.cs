using GCnn.Groups;
using GCnn.Testing;
using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

/// <summary>Max, average and binomial pooling alike.</summary>
public class WindowPoolingLaws
{
    public static TheoryData<string> PlaneGroups => Examples.PlaneGroups;

    private static readonly Func<FieldType, int, int, int, WindowPooling>[] Kinds =
    [
        (type, k, s, p) => new MaxPooling(type, k, s, p),
        (type, k, s, p) => new AveragePooling(type, k, s, p),
        (type, k, s, p) => new BinomialPooling(type, k, s, p),
    ];

    [Theory]
    [MemberData(nameof(PlaneGroups))]
    public void Commutes_on_sizes_that_obey_the_rule(string name)
    {
        FieldType type = FieldType.Trivial(PlaneGroup.Named(name), 1) + FieldType.Regular(PlaneGroup.Named(name), 1);
        foreach (var kind in Kinds)
        {
            foreach (var (k, s, p, rows, columns) in new[]
            {
                (2, 2, 0, 4, 6), (3, 2, 1, 5, 7), (3, 1, 1, 4, 5), (3, 3, 0, 6, 9), (5, 2, 2, 5, 7), (4, 2, 2, 4, 6),
            })
            {
                Laws.Commutes(kind(type, k, s, p), rows, columns);
            }
        }
    }

    [Fact]
    public void On_a_size_that_breaks_the_rule_each_is_refused()
    {
        FieldType type = FieldType.Regular(PlaneGroup.P4, 2);
        foreach (var kind in Kinds)
        {
            using WindowPooling pooling = kind(type, 2, 2, 0);
            Laws.IsRefused(pooling.call, type, type, 5, 5);
        }
    }

    [Fact]
    public void Commutes_with_shifts_by_multiples_of_the_stride()
    {
        FieldType type = FieldType.Regular(PlaneGroup.P4, 1);
        foreach (var kind in Kinds)
        {
            using WindowPooling pooling = kind(type, 3, 2, 1);
            Tensor scene = Laws.Input(type, 21, 23);
            EquivarianceAssert.CommutesOnShiftedWindows(pooling.call, scene, new(9, 11, 2, 1), EquivarianceOptions.Exact);
            Assert.Throws<EquivarianceException>(() => EquivarianceAssert.CommutesOnShiftedWindows(
                pooling.call, scene, new(9, 11, 2, 0), EquivarianceOptions.Exact));
        }
    }

    [Fact]
    public void The_gradient_of_a_tie_inside_a_window_of_max_pooling_goes_to_one_pixel()
    {
        // As in torch; so the law of gradients, unlike that of values, asks for windows without ties.
        Tensor x = ones(1, 1, 2, 2, dtype: ScalarType.Float64).requires_grad_();
        new MaxPooling(One, 2).call(x).backward();
        Assert.Equal([1.0, 0, 0, 0], x.grad!.data<double>().ToArray());
    }

    [Fact]
    public void A_window_that_keeps_its_first_value_is_refused()
    {
        FieldType type = FieldType.Regular(PlaneGroup.P2, 1);
        Laws.IsRefused(x => x.slice(2, 0, 4, 2).slice(3, 0, 4, 2), type, type, 4, 4);
    }

    [Fact]
    public void Max_pooling_is_that_of_torch() => Assert.True(Examples.Same(
        nn.functional.max_pool2d(Image, 3, 2, 1), new MaxPooling(One, 3, 2, 1).call(Image)));

    [Fact]
    public void Average_pooling_counts_added_pixels_as_zeros()
    {
        Tensor expected = nn.functional.conv2d(Image, ones(1, 1, 3, 3, dtype: ScalarType.Float64), null, [2, 2], [1, 1]) / 9;
        Assert.True(Examples.Same(expected, new AveragePooling(One, 3, 2, 1).call(Image)));
    }

    [Theory]
    [InlineData(1, new[] { 1.0 })]
    [InlineData(2, new[] { 0.5, 0.5 })]
    [InlineData(3, new[] { 0.25, 0.5, 0.25 })]
    [InlineData(5, new[] { 0.0625, 0.25, 0.375, 0.25, 0.0625 })]
    public void Binomial_pooling_blurs_by_a_row_of_Pascals_triangle(int size, double[] row)
    {
        Tensor column = tensor(row, [size, 1]);
        Tensor filter = column.matmul(column.reshape(1, size)).reshape(1, 1, size, size);
        Tensor expected = nn.functional.conv2d(Image, filter, null, [2, 2], [size / 2, size / 2]);
        Assert.True(Examples.Same(expected, new BinomialPooling(One, size).call(Image)));
    }

    [Fact]
    public void The_stride_is_the_kernel_size_unless_it_is_given()
    {
        Assert.Equal(3, new MaxPooling(One, 3).Stride);
        Assert.Equal(3, new AveragePooling(One, 3).Stride);
        Assert.Equal((2, 1), (new BinomialPooling(One).Stride, new BinomialPooling(One).Padding));
    }

    [Fact]
    public void Refusals_say_what_is_wrong()
    {
        Messages.Say<ArgumentOutOfRangeException>(() => new MaxPooling(One, 0), "MaxPooling", "kernelSize is 0", "at least 1");
        Messages.Say<ArgumentOutOfRangeException>(() => new AveragePooling(One, 2, 0), "AveragePooling", "stride is 0", "at least 1");
        Messages.Say<ArgumentOutOfRangeException>(
            () => new BinomialPooling(One, 3, 2, -1), "BinomialPooling", "padding is -1", "at least 0");
        Messages.Say<ArgumentOutOfRangeException>(() => new MaxPooling(One, 3, 2, 2), "MaxPooling", "padding 2", "more than half", "3");
        Messages.Say<ArgumentException>(
            () => new MaxPooling(One, 7).call(Image), "MaxPooling", "6 x 7", "padding 0", "7 x 7", "smaller window");
        Messages.Say<ArgumentException>(() => new MaxPooling(One, 2).call(zeros(1, 2, 4, 4)), "MaxPooling", "2", "needs 1");
        Messages.Say<ArgumentException>(() => new MaxPooling(MixingRepresentation.Type(PlaneGroup.P4), 2), "MaxPooling", "'mixing'");
    }

    private static FieldType One => FieldType.Trivial(PlaneGroup.P4, 1);

    private static Tensor Image => Laws.Input(One, 6, 7);
}
