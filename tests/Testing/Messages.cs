using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Testing.Tests;

public class Messages
{
    private static readonly FieldType Scalars = Functions.Scalars;
    private static readonly FieldType Fields = Functions.Fields;

    [Fact]
    public void Rejects_field_types_of_two_groups() => Says<ArgumentException>(
        () => EquivarianceReport.Measure(x => x, FieldType.Trivial(PlaneGroup.P4, 2), Scalars, Functions.Image()),
        "the input is 'p4: 2 trivial' and the output 'p4m: 2 trivial'", "state both types over it");

    [Fact]
    public void Rejects_an_input_that_does_not_fit_its_type() => Says<ArgumentException>(
        () => EquivarianceReport.Measure(x => x, Fields, Fields, Functions.Image()), "x: the channel axis is 2", "p4m: 2 regular needs 16");

    [Fact]
    public void Rejects_an_output_that_does_not_fit_its_type() => Says<ArgumentException>(
        () => EquivarianceReport.Measure(x => x, Scalars, Fields, Functions.Image()),
        "f(x): the channel axis is 2", "p4m: 2 regular needs 16");

    [Fact]
    public void Rejects_an_output_with_three_axes() => Says<ArgumentException>(
        () => EquivarianceReport.Measure(x => x.flatten(2), Scalars, Scalars, Functions.Image()), "f(x): the tensor has 3 axes");

    [Fact]
    public void Rejects_integers_for_gradients() => Says<ArgumentException>(
        () => EquivarianceReport.MeasureGradients(x => x, Scalars, Scalars, Functions.Image().to(ScalarType.Int64)),
        "this one holds Int64", "Small integers in float64");

    [Fact]
    public void Rejects_a_function_without_a_graph() => Says<EquivarianceException>(
        () => EquivarianceReport.MeasureGradients(x => x.detach() * 2, Scalars, Scalars, Functions.Image()), "carries no graph", "detach");

    [Fact]
    public void Rejects_cyclic_shifts_of_vectors() => Says<ArgumentException>(
        () => EquivarianceReport.MeasureCyclicShifts(x => x, ones(2, 3)), "Shifts need an image, N x C x H x W; the input is [2, 3]");

    [Fact]
    public void Rejects_a_stride_of_zero() => Says<ArgumentOutOfRangeException>(
        () => EquivarianceReport.MeasureCyclicShifts(x => x, Functions.Image(), 0), "A stride is at least 1; it was given as 0");

    [Fact]
    public void Rejects_a_stride_that_does_not_fit_the_output() => Says<ArgumentException>(
        () => EquivarianceReport.MeasureCyclicShifts(x => x, Functions.Image(8), 2),
        "With stride 2 an image of shape [2, 2, 8, 8]", "f gives [2, 2, 8, 8]", "compare shifted windows");

    [Fact]
    public void Rejects_a_scene_that_is_too_small() => Says<ArgumentException>(
        () => EquivarianceReport.MeasureShiftedWindows(x => x, Functions.Image(8), new(7, 7, 2, 0)),
        "The scene is [2, 2, 8, 8]; windows of 7 x 7 shifted by up to 2 strides of 2 need N x C x 15 x 15 or more");

    [Fact]
    public void Rejects_margins_that_leave_nothing() => Says<ArgumentException>(
        () => EquivarianceReport.MeasureShiftedWindows(x => x, Functions.Image(11), new(7, 7, 1, 3)),
        "a margin of 3 on each side and shifts of 2 strides need N x C x 9 x 9 or more", "Use larger windows");

    [Fact]
    public void Rejects_windows_without_sense() => Says<ArgumentException>(
        () => EquivarianceReport.MeasureShiftedWindows(x => x, Functions.Image(11), new(7, 7, 0, 3)), "Stride = 0");

    [Fact]
    public void Rejects_a_negative_translation() => Says<ArgumentOutOfRangeException>(
        () => Arbitraries.Translations(-1), "The longest translation is at least 0; it was given as -1");

    [Fact]
    public void Rejects_a_hexagonal_image_that_is_not_zero_outside()
    {
        string[] parts = ["x: fields over p6 are hexagons; this image (shape [1, 1, 5, 5]) is not zero outside", "MaskToHexagon"];
        FieldType one = FieldType.Trivial(PlaneGroup.P6, 1);
        foreach (Tensor x in new[] { ones(1, 1, 5, 5), full([1, 1, 5, 5], double.NaN) })
        {
            Says<ArgumentException>(() => EquivarianceReport.Measure(y => y, one, one, x), parts);
            Says<ArgumentException>(() => EquivarianceReport.MeasureInvariance(y => y, one, x), parts);
            Says<ArgumentException>(() => EquivarianceReport.MeasureGradients(y => y, one, one, x), parts);
        }
    }

    [Fact]
    public void Rejects_what_is_no_hexagon() => Says<ArgumentException>(
        () => Arbitraries.IntegerFields(FieldType.Trivial(PlaneGroup.P6, 1), 1, 4, 5),
        "p6 acts on hexagons, which are stored on a square of odd side; this image is 4 x 5");

    private static void Says<T>(Func<object?> refused, params string[] parts)
        where T : Exception
    {
        T exception = Assert.Throws<T>(() => { refused(); });
        Assert.All(parts, part => Assert.Contains(part, exception.Message, StringComparison.Ordinal));
    }
}
