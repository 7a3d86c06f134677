using GCnn.Experiments.Training;

namespace GCnn.Experiments.Tests.Training;

public sealed class ClassWeightsTests
{
    [Fact]
    public void Weights_are_the_number_of_objects_over_classes_times_objects_of_the_class() =>
        Assert.Equal([0.5f, 1f, 4f], ClassWeights.Balanced([8, 4, 1]).Select(w => w * 12 / 13));

    [Fact]
    public void Every_class_weighs_alike_in_the_whole()
    {
        int[] counts = [4, 16, 64, 12];
        Assert.Equal([24f, 24f, 24f, 24f], ClassWeights.Balanced(counts).Zip(counts, (weight, count) => weight * count));
    }

    [Fact]
    public void Equal_classes_weigh_one() => Assert.Equal([1f, 1f], ClassWeights.Balanced([7, 7]));

    [Fact]
    public void A_class_without_objects_weighs_nothing() => Assert.Equal([0.5f, 0f, 2f], ClassWeights.Balanced([8, 0, 2]).Select(w => w * 6 / 5));
}
