using GCnn.Experiments.Training;

namespace GCnn.Experiments.Tests.Training;

public sealed class TrainingBatchesTests
{
    private static readonly int[] Images = [.. Enumerable.Range(0, 97).Select(i => 3 * i)];

    [Fact]
    public void An_epoch_visits_every_image_once()
    {
        for (int epoch = 0; epoch < 5; epoch++)
        {
            Assert.Equal(Images, Order(seed: 3, epoch).Order());
        }
    }

    [Fact]
    public void The_order_depends_on_seed_and_epoch_alone()
    {
        int[][] orders = [Order(0, 0), Order(0, 1), Order(0, 2), Order(1, 0), Order(1, 1), Order(2, 0)];
        Assert.Equal(orders.Length, orders.Select(order => string.Join(',', order)).Distinct().Count());
        Assert.Equal(orders[4], Order(1, 1));
        Assert.Equal(Order(1, 1, batch: 8), Order(1, 1, batch: 64));
    }

    [Fact]
    public void Every_image_comes_first_sometimes_and_none_too_often()
    {
        // 2,000 epochs of 10 images: 200 are expected for each, with a standard deviation of 13.4.
        int[] ten = [.. Enumerable.Range(0, 10)];
        var first = Enumerable.Range(0, 2000).GroupBy(epoch => TrainingBatches.Of(ten, 5, 0, epoch)[0][0]).ToDictionary(g => g.Key, g => g.Count());
        Assert.Equal(10, first.Count);
        Assert.All(first.Values, count => Assert.InRange(count, 130, 270));
    }

    [Theory]
    [InlineData(97, 32, new[] { 32, 32, 33 })]
    [InlineData(96, 32, new[] { 32, 32, 32 })]
    [InlineData(98, 32, new[] { 32, 32, 32, 2 })]
    [InlineData(3, 2, new[] { 3 })]
    [InlineData(2, 64, new[] { 2 })]
    public void Batches_have_their_size_and_none_has_a_single_image(int count, int batch, int[] sizes) =>
        Assert.Equal(sizes, TrainingBatches.Of([.. Enumerable.Range(0, count)], batch, 0, 0).Select(b => b.Length));

    [Fact]
    public void The_images_given_are_left_as_they_are()
    {
        int[] images = [.. Images];
        TrainingBatches.Of(images, 16, 1, 1);
        Assert.Equal(Images, images);
    }

    private static int[] Order(int seed, int epoch, int batch = 32) => [.. TrainingBatches.Of(Images, batch, seed, epoch).SelectMany(b => b)];
}
