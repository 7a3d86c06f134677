using GCnn.Data;
using GCnn.Experiments.CommandLine;
using GCnn.Experiments.Data;
using GCnn.Experiments.Galaxy;
using GCnn.Experiments.Models;

namespace GCnn.Experiments.Tests.Galaxy;

public sealed class GalaxyOptionsTests
{
    private static readonly GalaxyOptions Good = new(
        "sky.zip", null, GalaxyTask.Morphology, ModelName.ParseList("z2"), 65, null, 64, 70_000, 0, 2, null, null, new LabelColumns());

    [Fact]
    public void Good_options_come_out_as_they_are() => Assert.Same(Good, Good.Checked());

    [Theory]
    [InlineData(17)]
    [InlineData(33)]
    [InlineData(81)]
    [InlineData(1025)]
    public void Sizes_of_a_multiple_of_16_plus_1_fit(int size) => (Good with { Size = size, Batch = 2 }).Checked();

    [Theory]
    [InlineData(64, 65)]
    [InlineData(66, 65)]
    [InlineData(72, 65)]
    [InlineData(73, 81)]
    [InlineData(18, 17)]
    [InlineData(1024, 1025)]
    public void A_size_that_does_not_fit_is_refused_and_the_nearest_that_does_is_named(int size, int nearest) => Assert.Equal(
        $"--size {size}: the nets halve the image 4 times, which commutes with rotations only where size - 1 is a multiple of 16; use {nearest}.",
        Refusal(Good with { Size = size }));

    [Theory]
    [InlineData(16)]
    [InlineData(0)]
    [InlineData(-17)]
    [InlineData(1041)]
    public void A_size_out_of_range_is_refused(int size) =>
        Assert.Equal($"--size {size}: from 17 to 1025 pixels are possible.", Refusal(Good with { Size = size }));

    [Theory]
    [InlineData(1)]
    [InlineData(0)]
    [InlineData(-5)]
    [InlineData(4097)]
    public void A_batch_out_of_range_is_refused(int batch) =>
        Assert.Equal($"--batch {batch}: from 2 to 4096 images make a training step.", Refusal(Good with { Batch = batch }));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(10_001)]
    public void Epochs_out_of_range_are_refused(int epochs) =>
        Assert.Equal($"--epochs {epochs}: from 1 to 10000 passes are possible.", Refusal(Good with { Epochs = epochs }));

    [Theory]
    [InlineData(999)]
    [InlineData(50_000_001)]
    public void A_budget_out_of_range_is_refused(int budget) =>
        Assert.Equal($"--parameters {budget}: a budget from 1000 to 50000000 is possible.", Refusal(Good with { Parameters = budget }));

    [Theory]
    [InlineData(0)]
    [InlineData(1025)]
    public void Threads_out_of_range_are_refused(int threads) => Assert.Equal(
        $"--threads {threads}: from 1 to 1024 threads are possible; this machine has {Environment.ProcessorCount}.",
        Refusal(Good with { Threads = threads }));

    [Fact]
    public void A_negative_seed_is_refused() => Assert.Equal("--seed -1: a seed is 0 or a positive number.", Refusal(Good with { Seed = -1 }));

    [Fact]
    public void A_test_set_needs_data_to_train_on() => Assert.Equal(
        "--test needs --data: the synthetic sky brings its own test set.", Refusal(Good with { Data = null, Test = "test.zip" }));

    [Fact]
    public void A_step_with_more_numbers_than_an_array_holds_is_refused() => Assert.Equal(
        "--batch 4096 at --size 1025: a training step has 33665356275 numbers, 2147483591 are possible; lower one.",
        Refusal(Good with { Batch = 4096, Size = 1025 }));

    [Fact]
    public void Epochs_are_those_asked_for_or_those_of_the_data()
    {
        Assert.Equal(3, (Good with { Epochs = 3 }).EpochsFor(5));
        Assert.Equal(GalaxyOptions.EpochsForSky, (Good with { Data = null }).EpochsFor(5));
        Assert.Equal(GalaxyOptions.EpochsForSmallSets, Good.EpochsFor(GalaxyOptions.SmallSet - 1));
        Assert.Equal(GalaxyOptions.EpochsForData, Good.EpochsFor(GalaxyOptions.SmallSet));
    }

    [Fact]
    public void Stored_images_are_odd_and_larger_than_what_the_nets_see()
    {
        Assert.Equal(105, GalaxyData.StoredSize(65));
        Assert.All((int[])[17, 33, 49, 81], size => Assert.Equal(1, GalaxyData.StoredSize(size) % 2));
        Assert.All((int[])[17, 33, 49, 81], size => Assert.True(GalaxyData.StoredSize(size) >= size * Math.Sqrt(2)));
    }

    private static string Refusal(GalaxyOptions options) => Assert.Throws<UsageException>(options.Checked).Message;
}
