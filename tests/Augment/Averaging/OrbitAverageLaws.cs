using GCnn.Actions;
using GCnn.Groups;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Augment.Tests;

public class OrbitAverageLaws
{
    public static TheoryData<string> PlaneGroups => [.. PlaneGroup.All.Select(group => group.Name)];

    [Theory]
    [MemberData(nameof(PlaneGroups))]
    public void Any_model_becomes_invariant_to_the_last_bit(string name)
    {
        var group = PlaneGroup.Named(name);
        foreach (ScalarType type in new[] { ScalarType.Float32, ScalarType.Float64 })
        {
            FunctionModel model = FunctionModel.Scores(type);
            Assert.Null(Violation(group, Average(model, group).call, type));
            Assert.Equal(group.Order > 1, Violation(group, model.call, type) is not null);
        }
    }

    /// <summary>Integers have no rounding, whatever is stacked in a pass.</summary>
    [Theory]
    [InlineData("p4m", 1)]
    [InlineData("p4m", 3)]
    [InlineData("p4m", int.MaxValue)]
    [InlineData("p6m", 5)]
    public void A_model_of_integers_becomes_invariant_whatever_the_size_of_a_pass(string name, int elements)
    {
        var group = PlaneGroup.Named(name);
        FunctionModel model = FunctionModel.Scores(ScalarType.Float64, integers: true);
        Tensor images = Images(group, ScalarType.Float64).mul(7).floor();
        OrbitAverage average = Average(model, group, new() { ElementsPerPass = elements });
        Tensor expected = Orbit(group, images).Select(model.call).Aggregate((a, b) => a + b) / group.Order;
        Assert.All(Orbit(group, images), moved => Assert.True(Examples.Same(expected, average.call(moved))));
    }

    [Fact]
    public void An_average_over_a_subgroup_is_not_invariant_under_the_group()
    {
        FunctionModel model = FunctionModel.Scores(ScalarType.Float32);
        Assert.NotNull(Violation(PlaneGroup.P4m, Average(model, PlaneGroup.P4).call, ScalarType.Float32));
        Assert.Null(Violation(PlaneGroup.P4, Average(model, PlaneGroup.P4).call, ScalarType.Float32));
    }

    [Fact]
    public void An_average_that_leaves_out_an_element_is_not_invariant()
    {
        FunctionModel model = FunctionModel.Scores(ScalarType.Float64);
        Tensor WithoutTheFirst(Tensor images) => Orbit(PlaneGroup.P4, images).Skip(1).Select(model.call).Aggregate((a, b) => a + b) / 3;
        Assert.NotNull(Violation(PlaneGroup.P4, WithoutTheFirst, ScalarType.Float64));
    }

    /// <summary>Why the terms are sorted: added up in the order of the elements they differ in the last bit.</summary>
    [Fact]
    public void A_plain_mean_is_invariant_to_rounding_only()
    {
        FunctionModel model = FunctionModel.Scores(ScalarType.Float32);
        Tensor Mean(Tensor images) => Orbit(PlaneGroup.P4m, images).Select(model.call).Aggregate((a, b) => a + b) / 8;
        Assert.NotNull(Violation(PlaneGroup.P4m, Mean, ScalarType.Float32));
        Tensor images = Images(PlaneGroup.P4m, ScalarType.Float32);
        Assert.InRange(Examples.Distance(Mean(images), Average(model, PlaneGroup.P4m).call(images)), 0, 1e-6);
    }

    [Theory]
    [MemberData(nameof(PlaneGroups))]
    public void Images_out_become_equivariant_to_the_last_bit(string name)
    {
        var group = PlaneGroup.Named(name);
        var output = FieldType.Regular(group, 2);
        FunctionModel model = FunctionModel.Images(ScalarType.Float32, output.Channels);
        OrbitAverage average = Average(model, group, new() { Output = output });
        Assert.Null(Violation(group, average.call, ScalarType.Float32, output));
        Assert.Equal(group.Order > 1, Violation(group, model.call, ScalarType.Float32, output) is not null);
        Assert.Equal(group.Order > 1, Violation(group, Average(model, group).call, ScalarType.Float32, output) is not null);
    }

    [Fact]
    public void Fields_of_irreps_become_equivariant_to_rounding()
    {
        PlaneGroup group = PlaneGroup.P4m;
        var output = FieldType.Of(group, [.. Irreps.Of(group.PointGroup)]);
        OrbitAverage average = Average(FunctionModel.Images(ScalarType.Float64, output.Channels), group, new() { Output = output });
        Tensor images = Images(group, ScalarType.Float64);
        Assert.All(Enumerable.Range(0, 8), g => Assert.InRange(
            Examples.Distance(average.call(images).Transform(output, g), average.call(Moved(group, images, g))), 0, 1e-14));
    }

    [Fact]
    public void Hands_are_exchanged_by_reflections_and_kept_by_rotations()
    {
        PlaneGroup group = PlaneGroup.P4m;
        FunctionModel model = FunctionModel.Scores(ScalarType.Float32);
        OrbitAverage average = Average(model, group, new() { Output = ClassFields.Of(group, ClassReflection.Swapping(4, (1, 2))) });
        Tensor images = Images(group, ScalarType.Float32), scores = average.call(images);
        Tensor exchanged = scores.index_select(1, tensor(new long[] { 0, 2, 1, 3 }));
        Assert.All(Enumerable.Range(0, 8), g =>
            Assert.True(Examples.Same(g < 4 ? scores : exchanged, average.call(Moved(group, images, g)))));
        Assert.False(Examples.Same(scores, exchanged));
    }

    /// <summary>Four arrows that quarter turns take to each other, and reflections too.</summary>
    [Fact]
    public void Classes_may_be_exchanged_by_every_element()
    {
        PlaneGroup group = PlaneGroup.P4m;
        var arrows = PermutationAction.FromFunction(group.PointGroup, 4, (g, c) => g < 4 ? (g + c) % 4 : (g - c + 8) % 4);
        var output = ClassFields.Of(new ClassAction(group, arrows));
        OrbitAverage average = Average(FunctionModel.Scores(ScalarType.Float32), group, new() { Output = output });
        Tensor images = Images(group, ScalarType.Float32), scores = average.call(images);
        Assert.All(Enumerable.Range(0, 8), g =>
            Assert.True(Examples.Same(scores.TransformVector(output, g), average.call(Moved(group, images, g)))));
        Assert.False(Examples.Same(scores, scores.TransformVector(output, 1)));
    }

    [Fact]
    public void Fields_in_may_turn_too()
    {
        PlaneGroup group = PlaneGroup.P4;
        Irrep vectors = Irreps.Of(group.PointGroup).First(irrep => irrep.Dimension == 2);
        FieldType input = FieldType.Trivial(group, 1) + FieldType.Copies(group, vectors, 1);
        OrbitAverage average = Average(FunctionModel.Scores(ScalarType.Float64), group, new() { Input = input });
        Tensor images = Images(group, ScalarType.Float64);
        Assert.All(Enumerable.Range(0, 4), g =>
            Assert.InRange(Examples.Distance(average.call(images), average.call(images.Transform(input, g))), 0, 1e-14));
        Assert.True(Examples.Distance(average.call(images), average.call(Moved(group, images, 1))) > 1e-3);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    public void Images_that_are_not_square_exchange_their_sides(int elements)
    {
        OrbitAverage average = Average(FunctionModel.Scores(ScalarType.Float32), PlaneGroup.P4m, new() { ElementsPerPass = elements });
        Tensor images = Examples.Images(2, 7, 10), expected = average.call(images);
        Assert.All(Orbit(PlaneGroup.P4m, images), moved =>
            Assert.InRange(Examples.Distance(expected, average.call(moved)), 0, elements == 1 ? 0 : 1e-6));
        OrbitAverage fields = Average(
            FunctionModel.Images(ScalarType.Float32, 8), PlaneGroup.P4m, new() { Output = FieldType.Regular(PlaneGroup.P4m, 1) });
        Assert.Equal([2, 8, 7, 10], fields.call(images).shape);
    }

    [Fact]
    public void Gradients_turn_with_the_image()
    {
        OrbitAverage average = Average(FunctionModel.Scores(ScalarType.Float64), PlaneGroup.P4m);
        Tensor images = Images(PlaneGroup.P4m, ScalarType.Float64);
        Tensor Gradient(Tensor at)
        {
            Tensor leaf = at.clone().requires_grad_();
            average.call(leaf).select(1, 0).sum().backward();
            return leaf.grad!;
        }

        Assert.All(Enumerable.Range(0, 8), g => Assert.InRange(
            Examples.Distance(Moved(PlaneGroup.P4m, Gradient(images), g), Gradient(Moved(PlaneGroup.P4m, images, g))), 0, 1e-14));
        Assert.True(Gradient(images).abs().max().item<double>() > 1e-3);
    }

    [Theory]
    [InlineData(1, 8)]
    [InlineData(3, 3)]
    [InlineData(8, 1)]
    [InlineData(int.MaxValue, 1)]
    public void Calls_the_model_as_often_as_it_says(int elements, int passes)
    {
        FunctionModel model = FunctionModel.Scores(ScalarType.Float32);
        OrbitAverage average = Average(model, PlaneGroup.P4m, new() { ElementsPerPass = elements });
        average.call(Images(PlaneGroup.P4m, ScalarType.Float32));
        Assert.Equal((passes, passes, 8), (model.Calls, average.Passes, average.Evaluations));
        Assert.Equal(
            $"OrbitAverage of function over p4m: 8 evaluations of the model for each image, in {passes} pass{(passes == 1 ? "" : "es")} " +
            "(in evaluation mode; 1 in training); invariant",
            average.ToString());
    }

    [Fact]
    public void In_training_it_averages_only_if_asked_to()
    {
        FunctionModel model = FunctionModel.Scores(ScalarType.Float32);
        Tensor images = Images(PlaneGroup.P4, ScalarType.Float32), plain = model.call(images);
        OrbitAverage quiet = new(model, PlaneGroup.P4), busy = new(model, PlaneGroup.P4, new() { WhileTraining = true });
        Assert.True(Examples.Same(plain, quiet.call(images)));
        Tensor averaged = busy.call(images);
        quiet.eval();
        Assert.True(Examples.Same(averaged, quiet.call(images)));
        Assert.False(Examples.Same(averaged, plain));
    }

    [Fact]
    public void Shares_the_parameters_of_its_model()
    {
        var linear = nn.Linear(3, 2);
        OrbitAverage average = new(linear, PlaneGroup.P4);
        Assert.Equal(["model.weight", "model.bias"], average.state_dict().Keys);
        Assert.Equal(2, average.parameters().Count());
    }

    [Fact]
    public void Only_the_result_stays_in_the_callers_scope()
    {
        OrbitAverage average = Average(FunctionModel.Scores(ScalarType.Float32), PlaneGroup.P4m);
        Tensor images = Images(PlaneGroup.P4m, ScalarType.Float32);
        average.call(images);
        using DisposeScope scope = NewDisposeScope();
        average.call(images);
        Assert.Equal(1, scope.DisposablesCount);
    }

    private static OrbitAverage Average(FunctionModel model, PlaneGroup group, OrbitAverageOptions? options = null)
    {
        OrbitAverage average = new(model, group, options);
        average.eval();
        return average;
    }

    private static Tensor Images(PlaneGroup group, ScalarType type) => group.Lattice is HexagonalLattice
        ? Examples.Images(2, 9, 9, type).MaskToHexagon()
        : Examples.Images(2, 9, 9, type);

    private static Tensor Moved(PlaneGroup group, Tensor images, int g) => images.Transform(FieldType.Trivial(group, 3), g);

    private static IEnumerable<Tensor> Orbit(PlaneGroup group, Tensor images) =>
        Enumerable.Range(0, group.Order).Select(g => Moved(group, images, g));

    private static string? Violation(PlaneGroup plane, Func<Tensor, Tensor> f, ScalarType type, FieldType? output = null)
    {
        Tensor images = Images(plane, type), plain = f(images);
        return (from g in Enumerable.Range(0, plane.Order)
                let found = f(Moved(plane, images, g))
                let expected = output is null ? plain : plain.Transform(output, g)
                where !Examples.Same(expected, found)
                select $"element {g} of {plane} differs by {Examples.Distance(expected, found)}").FirstOrDefault();
    }
}
