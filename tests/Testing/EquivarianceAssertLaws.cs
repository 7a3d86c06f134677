using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Testing.Tests;

public class EquivarianceAssertLaws
{
    private static readonly FieldType Scalars = Functions.Scalars;
    private static readonly FieldType Fields = Functions.Fields;

    [Theory]
    [InlineData(3, 1, 1, 9)]
    [InlineData(3, 2, 1, 9)]
    [InlineData(2, 1, 0, 8)]
    [InlineData(2, 2, 0, 8)]
    [InlineData(1, 1, 0, 7)]
    public void Accepts_an_equivariant_convolution(int kernel, int stride, int padding, int side) => EquivarianceAssert.Commutes(
        Functions.Convolution(Scalars, Fields, kernel, stride, padding), Scalars, Fields, Functions.Image(side), EquivarianceOptions.Exact);

    [Fact]
    public void Accepts_vectors_after_spatial_pooling() => EquivarianceAssert.Commutes(
        x => Functions.SpatialSum(Functions.Convolution(Scalars, Fields)(x)),
        Scalars, Fields, Functions.Image(), EquivarianceOptions.Exact);

    [Fact]
    public void Accepts_a_function_of_vectors() => EquivarianceAssert.Commutes(
        v => v.relu(), Fields, Fields, IntegerTensors.Random(1, 4, 16), EquivarianceOptions.Exact);

    [Fact]
    public void Accepts_a_module() => EquivarianceAssert.Commutes(
        nn.ReLU(), Fields, Fields, IntegerTensors.Random(1, 1, 16, 5, 5), EquivarianceOptions.Exact);

    [Fact]
    public void Accepts_an_invariant_function_of_any_shape() =>
        EquivarianceAssert.IsInvariant(Invariant, Scalars, Functions.Image(), EquivarianceOptions.Exact);

    [Fact]
    public void Accepts_an_invariant_module()
    {
        FieldType type = FieldType.Trivial(PlaneGroup.P4, 3);
        EquivarianceAssert.IsInvariant(nn.AdaptiveMaxPool2d([1, 1]), type, IntegerTensors.Random(1, 2, 3, 5, 5), EquivarianceOptions.Exact);
    }

    [Fact]
    public void Accepts_reals_within_the_tolerance_of_their_type()
    {
        Tensor image = Functions.Image().to(ScalarType.Float32) / 7;
        EquivarianceAssert.Commutes(x => Functions.Convolution(Scalars, Fields)(x).tanh(), Scalars, Fields, image);
    }

    [Fact]
    public void Rejects_the_inverse_of_the_right_filter()
    {
        // The fibre of the output is numbered by inverse elements, as when W[h^-1 u] is mistaken for W[h u].
        FieldType rotations = FieldType.Regular(PlaneGroup.P4, 1), image = FieldType.Trivial(PlaneGroup.P4, 2);
        Tensor inverses = tensor(new long[] { 0, 3, 2, 1 });
        Breaks(image, rotations, x => Functions.Convolution(image, rotations)(x).index_select(1, inverses), Functions.Image());
    }

    [Fact]
    public void Rejects_a_dropped_fibre_permutation()
    {
        FieldType scalars = FieldType.Trivial(PlaneGroup.P4m, 16);
        Breaks(Scalars, scalars, Functions.Convolution(Scalars, Fields), Functions.Image());
    }

    [Fact]
    public void Rejects_an_even_kernel_off_the_centre() => Breaks(
        Scalars, Fields, x => Functions.Convolution(Scalars, Fields, 2, 1, 0)(nn.functional.pad(x, [1, 0, 1, 0])), Functions.Image(8));

    [Fact]
    public void Rejects_a_stride_that_breaks_the_size_rule() =>
        Breaks(Scalars, Fields, Functions.Convolution(Scalars, Fields, 3, 2, 1), Functions.Image(8));

    [Fact]
    public void Rejects_a_bias_that_depends_on_the_position()
    {
        Tensor bias = IntegerTensors.Random(3, 1, 1, 9, 9);
        Breaks(Scalars, Fields, x => Functions.Convolution(Scalars, Fields)(x) + bias, Functions.Image());
    }

    [Fact]
    public void Rejects_a_bias_that_differs_inside_a_fibre()
    {
        Tensor bias = IntegerTensors.Random(3, 1, 16, 1, 1);
        Breaks(Scalars, Fields, x => Functions.Convolution(Scalars, Fields)(x) + bias, Functions.Image());
    }

    [Fact]
    public void Rejects_an_equivariant_function_as_not_invariant() => Assert.Throws<EquivarianceException>(() =>
        EquivarianceAssert.IsInvariant(x => Functions.SpatialSum(Functions.Convolution(Scalars, Fields)(x)), Scalars, Functions.Image()));

    [Fact]
    public void Rejects_an_output_that_is_not_a_number_for_some_element()
    {
        Tensor image = Functions.Image();
        Breaks(Scalars, Scalars, x => (bool)x.equal(image) ? x : x * double.NaN, image);
    }

    [Fact]
    public void Rejects_a_function_whose_shape_does_not_turn()
    {
        Tensor oblong = IntegerTensors.Random(1, 1, 2, 4, 6);
        EquivarianceException failure = Assert.Throws<EquivarianceException>(() => EquivarianceAssert.Commutes(
            x => x.reshape(1, 2, 4, 6), Scalars, Scalars, oblong));
        Assert.Contains("f(L_g x) is [1, 2, 4, 6], L_g f(x) is [1, 2, 6, 4]", failure.Message, StringComparison.Ordinal);
        Assert.Contains("p4m: x -> [[0, 1], [-1, 0]]", failure.Message, StringComparison.Ordinal);
        Assert.Null(failure.Report);
    }

    private static Tensor Invariant(Tensor x) =>
        Functions.FibreMaximum(Functions.SpatialSum(Functions.Convolution(Scalars, Fields)(x)), Fields).sum(1);

    private static void Breaks(FieldType input, FieldType output, Func<Tensor, Tensor> f, Tensor x)
    {
        EquivarianceReport report = EquivarianceReport.Measure(f, input, output, x, EquivarianceOptions.Exact);
        Assert.Null(report.Vacuity);
        Assert.False(report.IsEquivariant);
        Assert.Equal(0, report.Errors[0].MaxError);
        Assert.Same(report.Worst, report.Errors.MaxBy(e => double.IsNaN(e.MaxError) ? double.PositiveInfinity : e.MaxError));
        Assert.Throws<EquivarianceException>(() => EquivarianceAssert.Commutes(f, input, output, x, EquivarianceOptions.Exact));
    }
}
