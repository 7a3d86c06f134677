using GCnn.Actions;
using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Testing.Tests;

/// <summary>The harness on hexagonal images, and on groups of which only some elements act on images.</summary>
public class HexagonLaws
{
    private static readonly FieldType Scalars = FieldType.Trivial(PlaneGroup.P6m, 2);
    private static readonly FieldType Fields = FieldType.Regular(PlaneGroup.P6m, 1);
    private static readonly Func<Tensor, Tensor> Convolution = Functions.Convolution(Scalars, Fields);

    private static Tensor Image => IntegerTensors.Field(5, new(Scalars, 7, 7), 2);

    [Fact]
    public void Accepts_an_equivariant_function_and_its_gradient()
    {
        EquivarianceAssert.Commutes(Convolution, Scalars, Fields, Image, EquivarianceOptions.Exact);
        EquivarianceAssert.GradientsCommute(x => Convolution(x).square(), Scalars, Fields, Image, EquivarianceOptions.Exact);
        EquivarianceAssert.IsInvariant(x => Convolution(x).amax(1).sum([1, 2]), Scalars, Image, EquivarianceOptions.Exact);
    }

    [Fact]
    public void Names_every_element()
    {
        var report = EquivarianceReport.Measure(Convolution, Scalars, Fields, Image);
        Assert.Equal(Enumerable.Range(0, 12), report.Errors.Select(error => error.Element.Point));
        Assert.Contains("1: [[1, 1], [-1, 0]] + (0, 0)", report.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Rejects_a_square_filter_and_a_turn_of_the_storage()
    {
        Rejects(x => nn.functional.avg_pool2d(x, 3, 1, 1).MaskToHexagon(), Scalars);
        Rejects(x => x.rot90(1, (2, 3)).MaskToHexagon(), Scalars);
    }

    [Fact]
    public void Rejects_numbers_outside_even_where_no_element_moves_them()
    {
        Rejects(x => x + HexagonMask.Of(3).logical_not(), Scalars);
        Rejects(x => x + 1, Scalars);
    }

    [Fact]
    public void The_gradient_is_that_of_the_cells_inside()
    {
        // What a function does with numbers outside is not asked: there are none in a field.
        Tensor outside = HexagonMask.Of(3).logical_not();
        EquivarianceAssert.GradientsCommute(
            x => x + (x * arange(7) * outside).sum(), Scalars, Scalars, Image, EquivarianceOptions.Exact);
    }

    [Fact]
    public void The_cells_inside_decide_whether_an_output_is_constant()
    {
        var report = EquivarianceReport.Measure(x => ((x * 0) + 7).MaskToHexagon(), Scalars, Scalars, Image);
        Assert.Contains("every value of the output is 7", report.Vacuity, StringComparison.Ordinal);
    }

    [Fact]
    public void A_function_that_ignores_its_input_is_seen()
    {
        Tensor rings = (arange(7) - 3).abs().to(ScalarType.Float64);
        rings = rings.maximum(rings.unsqueeze(1)).maximum((arange(7) + arange(7).unsqueeze(1) - 6).abs().to(ScalarType.Float64));
        var report = EquivarianceReport.Measure(x => rings.expand(2, 2, 7, 7).MaskToHexagon(), Scalars, Scalars, Image);
        Assert.Contains("the function ignores its input", report.Vacuity, StringComparison.Ordinal);
        Assert.All(report.Errors, error => Assert.Equal(0, error.MaxError));
    }

    [Fact]
    public void Beyond_the_lattice_the_elements_that_keep_it_are_measured()
    {
        FieldType type = FieldType.Regular(PlaneGroup.Dihedral(8), 1);
        Tensor x = IntegerTensors.Random(5, 2, 16, 5, 5);
        var report = EquivarianceReport.Measure(y => y.square(), type, type, x, EquivarianceOptions.Exact);
        Assert.Equal([0, 2, 4, 6, 8, 10, 12, 14], report.Errors.Select(error => error.Element.Point));
        Assert.True(report.IsEquivariant);
        Assert.True(EquivarianceReport.MeasureGradients(y => y.square(), type, type, x, EquivarianceOptions.Exact).IsEquivariant);
        Assert.False(EquivarianceReport.Measure(y => y.roll([2], [1]), type, type, x, EquivarianceOptions.Exact).IsEquivariant);
    }

    [Fact]
    public void A_group_of_which_no_element_acts_is_no_test()
    {
        FieldType type = FieldType.Trivial(PlaneGroup.Cyclic(5), 1);
        var report = EquivarianceReport.Measure(x => x.cumsum(3), type, type, IntegerTensors.Random(5, 2, 1, 5, 5));
        Assert.Contains("of C5 only the identity keeps the square lattice", report.Vacuity, StringComparison.Ordinal);
        Assert.False(report.IsEquivariant);
    }

    private static void Rejects(Func<Tensor, Tensor> f, FieldType type)
    {
        var report = EquivarianceReport.Measure(f, type, type, Image, EquivarianceOptions.Exact);
        Assert.Null(report.Vacuity);
        Assert.False(report.IsEquivariant);
    }
}
