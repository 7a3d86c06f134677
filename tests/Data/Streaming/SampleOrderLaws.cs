using FsCheck;
using FsCheck.Fluent;

namespace GCnn.Data.Tests.Streaming;

public sealed class SampleOrderLaws
{
    [Fact]
    public void A_shuffled_order_visits_every_sample_once_for_every_count_up_to_300()
    {
        for (int count = 0; count <= 300; count++)
            IsAPermutation(SampleOrder.Shuffled(count, seed: 3, epoch: count % 5));
    }

    [Fact]
    public void It_does_for_any_seed_and_epoch() => Prop.ForAll<long, long>((seed, epoch) =>
        Places(SampleOrder.Shuffled(1000, seed, epoch)).Order().SequenceEqual(Numbers(1000))).QuickCheckThrowOnFailure();

    [Fact]
    public void An_order_that_visits_one_sample_twice_is_rejected() =>
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => IsAPermutation(SampleOrder.Of([0, 1, 1, 3])));

    [Fact]
    public void It_depends_on_seed_and_epoch_alone_and_on_both()
    {
        long[][] orders =
        [
            Places(SampleOrder.Shuffled(100, 0, 0)), Places(SampleOrder.Shuffled(100, 0, 1)), Places(SampleOrder.Shuffled(100, 1, 0)),
            Places(SampleOrder.Shuffled(100, 1, 1)), Places(SampleOrder.Shuffled(100, -1, 0)),
        ];
        Assert.Equal(orders.Length, orders.Select(order => string.Join(',', order)).Distinct().Count());
        Assert.Equal(orders[3], Places(SampleOrder.Shuffled(100, 1, 1)));
    }

    // From the same formulas in Python.
    [Fact]
    public void An_order_stays_what_it_is_from_version_to_version() =>
        Assert.Equal([6L, 3, 2, 0, 7, 1, 4, 5, 8, 9], Places(SampleOrder.Shuffled(10, seed: 1, epoch: 2)));

    [Theory]
    [InlineData(10)]
    [InlineData(3)]
    public void Every_sample_is_as_likely_at_every_place(int count)
    {
        // Chi-square over places and samples: (count - 1)^2 degrees of freedom for the table of a random permutation.
        const int Epochs = 3000;
        var table = new int[count, count];
        for (int epoch = 0; epoch < Epochs; epoch++)
        {
            SampleOrder order = SampleOrder.Shuffled(count, seed: 11, epoch);
            for (int place = 0; place < count; place++)
                table[place, order[place]]++;
        }

        double expected = (double)Epochs / count;
        double chi = table.Cast<int>().Sum(n => (n - expected) * (n - expected) / expected) * (count - 1) / count;
        double degrees = (count - 1.0) * (count - 1);
        Assert.InRange(chi, degrees - (4 * Math.Sqrt(2 * degrees)), degrees + (4 * Math.Sqrt(2 * degrees)));
    }

    [Fact]
    public void All_orders_of_three_samples_occur_alike()
    {
        var counts = Enumerable.Range(0, 6000).GroupBy(epoch => string.Join(',', Places(SampleOrder.Shuffled(3, 7, epoch)))).ToArray();
        Assert.Equal(6, counts.Length);

        // 1,000 are expected of each, with a standard deviation of 29.
        Assert.All(counts, group => Assert.InRange(group.Count(), 870, 1130));
    }

    [Fact]
    public void Billions_of_samples_need_no_table()
    {
        const long Count = 1L << 40;
        SampleOrder order = SampleOrder.Shuffled(Count, 0, 0);
        long[] places = [.. Enumerable.Range(0, 1000).Select(i => order[i * (Count / 1000)])];
        Assert.Equal(1000, places.Distinct().Count());
        Assert.All(places, place => Assert.InRange(place, 0, Count - 1));
    }

    [Fact]
    public void Sequential_and_listed_orders_are_what_they_say()
    {
        Assert.Equal([0L, 1, 2], Places(SampleOrder.Sequential(3)));
        Assert.Equal([7L, 5, 7], Places(SampleOrder.Of([7, 5, 7])));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(3)]
    public void A_place_that_is_not_there_is_refused(long place) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleOrder.Shuffled(3, 0, 0)[place]);

    private static long[] Places(SampleOrder order) => [.. Numbers(order.Count).Select(place => order[place])];

    private static IEnumerable<long> Numbers(long count) => Enumerable.Range(0, (int)count).Select(i => (long)i);

    private static void IsAPermutation(SampleOrder order) => Assert.Equal(Numbers(order.Count), Places(order).Order());
}
