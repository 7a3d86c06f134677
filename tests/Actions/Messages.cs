using GCnn.Groups;
using TorchSharp;

namespace GCnn.Actions.Tests;

public class Messages
{
    private static readonly FieldType Type = FieldType.Trivial(PlaneGroup.P4m, 3) + FieldType.Regular(PlaneGroup.P4m, 8);
    private static readonly FieldType Vectors = FieldType.Of(PlaneGroup.P4, new VectorRepresentation(PlaneGroup.P4));

    [Fact]
    public void Rejects_another_number_of_channels() => Says<ArgumentException>(
        () => torch.zeros(8, 4, 33, 33).Transform(Type, 1),
        "the channel axis is 4 (shape [8, 4, 33, 33]); p4m: 3 trivial + 8 regular needs 67.",
        "Was the tensor made for another field type?");

    [Theory]
    [InlineData(new long[] { 8, 67 }, "the methods for vectors")]
    [InlineData(new long[] { 67, 5, 5 }, "batch axis missing")]
    [InlineData(new long[] { 8, 8, 8, 5, 5 }, "flatten(1, 2)")]
    [InlineData(new long[] { 67 }, "Channels are the second axis")]
    public void Rejects_another_number_of_axes_of_a_field(long[] shape, string advice) => Says<ArgumentException>(
        () => torch.zeros(shape).Transform(Type, 1), $"(shape [{string.Join(", ", shape)}]); N x C x H x W needs 4", advice);

    [Fact]
    public void Rejects_a_field_where_a_vector_is_needed() => Says<ArgumentException>(
        () => torch.zeros(8, 67, 5, 5).TransformVector(Type, 1),
        "has 4 axes (shape [8, 67, 5, 5]); N x C needs 2", "the methods for fields");

    [Fact]
    public void One_axis_is_no_axes() => Says<ArgumentException>(() => torch.zeros(67).Transform(Type, 1), "the tensor has 1 axis (shape [67])");

    [Fact]
    public void Rejects_an_image_without_pixels() => Says<ArgumentException>(
        () => torch.zeros(8, 67, 0, 5).Transform(Type, 1), "the image is 0 x 5", "it has no pixels");

    [Theory]
    [InlineData(4, 4)]
    [InlineData(5, 7)]
    public void Rejects_an_image_that_is_no_hexagon_where_one_is_needed(int rows, int columns) => Says<ArgumentException>(
        () => torch.zeros(1, 12, rows, columns).Transform(FieldType.Regular(PlaneGroup.P6m, 1), 1),
        $"the image is {rows} x {columns} (shape [1, 12, {rows}, {columns}])", "p6m acts on hexagons", "odd side 2 R + 1", "resample");

    [Fact]
    public void Rejects_a_translation_of_a_hexagon() => Says<ArgumentException>(
        () => torch.zeros(1, 1, 5, 5).Transform(FieldType.Trivial(PlaneGroup.P6, 1), PlaneGroup.P6.Element(new(1, 0), 0)),
        "takes a hexagon off itself", "only point elements of p6");

    [Fact]
    public void Rejects_an_image_for_an_element_that_does_not_keep_the_lattice()
    {
        FieldType type = FieldType.Regular(PlaneGroup.Cyclic(8), 1);
        string[] parts = ["Element 1 of C8", "moves points off the square lattice", "LatticeGroup, p4"];
        Says<InvalidOperationException>(() => torch.zeros(1, 8, 5, 5).Transform(type, 1), parts);
        using SampleActions actions = new(type);
        Says<InvalidOperationException>(() => actions.Apply(torch.zeros(1, 8, 5, 5), [1]), parts);
    }

    [Fact]
    public void Rejects_an_element_of_another_plane_group() => Says<ArgumentException>(
        () => torch.zeros(8, 67, 5, 5).Transform(Type, PlaneGroup.P4.Identity),
        "The element is of p4; the field type 'p4m: 3 trivial + 8 regular' is acted on by p4m",
        "PlaneGroup.ElementsOf");

    [Fact]
    public void Rejects_an_element_that_the_point_group_lacks() => Says<ArgumentOutOfRangeException>(
        () => torch.zeros(8, 67, 5, 5).Transform(Type, 8), "there is no element 8", "numbered 0 to 7");

    [Fact]
    public void Rejects_integers_where_channels_are_mixed_by_real_matrices() => Says<ArgumentException>(
        () => torch.zeros([1, 2, 3, 3], torch.ScalarType.Int64).Transform(Vectors, 1),
        "The tensor holds Int64; p4: 1 vector mixes channels by real matrices", "float64");

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Rejects_another_number_of_elements_than_samples(int count) => Says<ArgumentException>(
        () => Apply(torch.zeros(2, 67, 5, 5), new int[count]), $"{count} elements were given for a batch of 2 (shape [2, 67, 5, 5])");

    [Fact]
    public void Rejects_samples_that_would_differ_in_shape() => Says<ArgumentException>(
        () => Apply(torch.zeros(3, 67, 5, 7), [0, 2, 1]),
        "element 0 makes 5 x 7 of sample 0 and element 1 makes 7 x 5 of sample 2", "Use square images, or a group that keeps the axes");

    [Fact]
    public void Rejects_a_sample_element_that_the_point_group_lacks() => Says<ArgumentOutOfRangeException>(
        () => Apply(torch.zeros(1, 67, 5, 5), [8]), "p4m: there is no point element 8; its 8 elements are numbered 0 to 7");

    [Fact]
    public void Rejects_fields_that_mix_channels_in_a_batch_of_elements() => Says<InvalidOperationException>(
        () => new SampleActions(Vectors), "'vector'", "does not permute its channels");

    [Fact]
    public void Prints_the_element_and_the_type()
    {
        using FieldAction action = new(Type, 1);
        Assert.Equal("p4m: x -> [[0, 1], [-1, 0]] x + (0, 0) on p4m: 3 trivial + 8 regular", action.ToString());
    }

    private static torch.Tensor Apply(torch.Tensor x, int[] elements)
    {
        using SampleActions actions = new(Type);
        return actions.Apply(x, elements);
    }

    private static void Says<T>(Func<object?> refused, params string[] parts)
        where T : Exception
    {
        T exception = Assert.Throws<T>(() => { refused(); });
        Assert.All(parts, part => Assert.Contains(part, exception.Message, StringComparison.Ordinal));
    }
}
