using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Augment.Tests;

public class OrbitAverageMessages
{
    private static readonly FunctionModel Scores = FunctionModel.Scores(ScalarType.Float32);

    [Fact]
    public void Rejects_groups_that_move_pixels_off_the_lattice()
    {
        Sentence.Is<ArgumentException>(() => new OrbitAverage(Scores, PlaneGroup.Cyclic(8)), "C8 moves pixels off it", "LatticeGroup, p4.");
        Sentence.Is<ArgumentException>(() => new OrbitAverage(Scores, PlaneGroup.SO2(2)), "SO(2) moves pixels off it");
    }

    [Fact]
    public void Rejects_types_of_other_groups()
    {
        Sentence.Is<ArgumentException>(
            () => new OrbitAverage(Scores, PlaneGroup.P4, new() { Output = FieldType.Trivial(PlaneGroup.P4m, 4) }),
            "The output of an orbit average over p4");
        Sentence.Is<ArgumentException>(
            () => new OrbitAverage(Scores, PlaneGroup.P4, new() { Input = FieldType.Trivial(PlaneGroup.P2, 3) }),
            "The input of an orbit average over p4");
    }

    [Fact]
    public void Rejects_a_pass_of_nothing() => Sentence.Is<ArgumentOutOfRangeException>(
        () => new OrbitAverageOptions { ElementsPerPass = 0 }, "at least 1 element; it was asked for 0");

    [Fact]
    public void Rejects_what_is_no_image() => Sentence.Is<ArgumentException>(
        () => Average(Scores).call(zeros(3, 5, 5)), "it was given [3, 5, 5]", "unsqueeze(0)");

    [Fact]
    public void Rejects_a_model_that_averages_over_the_batch() => Sentence.Is<ArgumentException>(
        () => Average(new FunctionModel(x => x.mean([0]))).call(zeros(2, 3, 5, 5)),
        "function made [3, 5, 5] of 2 images", "over the batch");

    [Fact]
    public void Rejects_a_model_that_makes_different_shapes() => Sentence.Is<ArgumentException>(
        () => Average(new FunctionModel(x => x)).call(zeros(2, 3, 5, 7)), "[2, 3, 5, 7] of an image and [2, 3, 7, 5]", "square images");

    [Fact]
    public void Rejects_numbers_of_classes() => Sentence.Is<ArgumentException>(
        () => Average(new FunctionModel(x => x.mean([2, 3]).argmax(1))).call(zeros(2, 3, 5, 5)), "the model's are Int64. Average scores");

    [Fact]
    public void Rejects_an_output_that_is_not_of_its_type() => Sentence.Is<ArgumentException>(
        () => Average(Scores, new() { Output = FieldType.Trivial(PlaneGroup.P4, 5) }).call(zeros(2, 3, 5, 5)), "the channel axis is 4");

    [Fact]
    public void Rejects_scores_of_no_classes() => Sentence.Is<ArgumentException>(
        () => ClassFields.Of(PlaneGroup.P4m, new ClassReflection([])), "at least one point");

    private static OrbitAverage Average(FunctionModel model, OrbitAverageOptions? options = null)
    {
        OrbitAverage average = new(model, PlaneGroup.P4, options);
        average.eval();
        return average;
    }
}
