using GCnn.Actions;
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

    [Fact]
    public void Rejects_types_for_a_layer_that_is_not_there()
    {
        using nn.Module<Tensor, Tensor> net = nn.Sequential(("lift", new TurnedFilters(ForeignNet.Image, 2)));
        ModelReportOptions options = new()
        {
            Types = new Dictionary<string, IFieldMap>(StringComparer.Ordinal) { ["lifts"] = new FieldMap(Scalars, Fields) },
        };
        Says<ArgumentException>(
            () => ModelReport.For(net, ForeignNet.Image, null, ForeignNet.Input(), options),
            "Types are given for the layer 'lifts', and the model has none of that path; it has 'lift'. (Parameter 'options')");
    }

    [Fact]
    public void Rejects_training_steps_on_whole_numbers()
    {
        using nn.Module<Tensor, Tensor> net = nn.ReLU();
        Says<ArgumentException>(
            () => ModelReport.For(net, Scalars, Scalars, Functions.Image().to(ScalarType.Int64)),
            "Training steps need a floating-point input; this one holds Int64.");
    }

    [Fact]
    public void Rejects_types_that_do_not_fit_a_layer()
    {
        using nn.Module<Tensor, Tensor> net = nn.Sequential(("rectify", nn.ReLU()));
        ModelReportOptions options = new()
        {
            Types = new Dictionary<string, IFieldMap>(StringComparer.Ordinal) { ["rectify"] = new FieldMap(Fields, Fields) },
        };
        Says<ArgumentException>(
            () => ModelReport.For(net, Scalars, Scalars, Functions.Image(), options), "the input of rectify ReLU: the channel axis is 2");
    }

    [Fact]
    public void Rejects_a_negative_number_of_steps_and_a_rate_of_zero()
    {
        using TurnedFilters layer = new(ForeignNet.Image, 2);
        Tensor x = ForeignNet.Input();
        Says<ArgumentOutOfRangeException>(
            () => ModelReport.For(layer, x, new() { Steps = -1 }), "0 or more training steps of a positive rate; -1 of rate 0.02");
        Says<ArgumentOutOfRangeException>(() => ModelReport.For(layer, x, new() { Rate = 0 }), "10 of rate 0 were asked for");
    }

    [Fact]
    public void Rejects_to_train_on_integers()
    {
        using TurnedFilters layer = new(ForeignNet.Image, 2);
        Says<ArgumentException>(() => ModelReport.For(layer, ForeignNet.Input().to(ScalarType.Int64)), "this one holds Int64");
    }

    [Fact]
    public void Rejects_a_model_that_calls_other_layers_for_other_inputs()
    {
        using TurnedFilters layer = new(Scalars, 1);
        using nn.Module<Tensor, Tensor> net = new Moody(layer);
        Says<EquivarianceException>(
            () => ModelReport.For(net, Scalars, null, Functions.Image(), new() { Steps = 0 }), "if it always calls the same");
    }

    [Fact]
    public void Rejects_images_without_channels_or_pixels()
    {
        Says<ArgumentOutOfRangeException>(() => Arbitraries.Images(channels: 0), "channels");
        Says<ArgumentOutOfRangeException>(() => Arbitraries.Images(largest: 0), "largest");
    }

    [Fact]
    public void Rejects_a_negative_margin() => Says<ArgumentOutOfRangeException>(
        () => EquivarianceReport.Measure(x => x, Scalars, Scalars, Functions.Image(), new() { Margin = -1 }), "it was given as -1");

    [Fact]
    public void Rejects_to_draw_a_report_without_maps() => Says<ArgumentException>(
        () => ErrorMapPicture.Draw(EquivarianceReport.Measure(x => x, Scalars, Scalars, Functions.Image())),
        "The report keeps no error maps", "EquivarianceOptions.KeepMaps");

    private static void Says<T>(Func<object?> refused, params string[] parts)
        where T : Exception
    {
        T exception = Assert.Throws<T>(() => { refused(); });
        Assert.All(parts, part => Assert.Contains(part, exception.Message, StringComparison.Ordinal));
    }

    /// <summary>Calls its layer as often as the first pixel says.</summary>
    private sealed class Moody : nn.Module<Tensor, Tensor>
    {
        private readonly TurnedFilters layer;

        public Moody(TurnedFilters layer)
            : base(nameof(Moody))
        {
            this.layer = layer;
            RegisterComponents();
        }

        public override Tensor forward(Tensor input)
        {
            for (int i = 0; i < 6 + input[0, 0, 0, 0].item<double>(); i++)
            {
                layer.call(input);
            }

            return input.sum([1, 2, 3]);
        }
    }
}
