using System.Threading.Channels;

namespace GCnn.Data.Tests.Streaming;

public sealed class StreamingLoaderLaws
{
    private const int Million = 1_000_000;

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 64)]
    [InlineData(2, 3)]
    [InlineData(3, 64)]
    [InlineData(16, 5)]
    [InlineData(16, 1000)]
    public void The_order_is_that_of_seed_and_epoch_whatever_the_threads_and_the_queue(int threads, int ahead)
    {
        var source = new MadeSource();
        SampleOrder order = SampleOrder.Shuffled(300, seed: 5, epoch: 2);
        using var loader = new StreamingLoader<long>("made", order, source.ReadSlowly, new LoaderOptions { Threads = threads, Ahead = ahead });
        HasTheOrder(order, [.. loader.TakeAll()]);
        Assert.InRange(source.Threads.Count, 1, threads);
    }

    [Fact]
    public void A_loader_that_delivers_as_reads_come_back_is_not_taken_for_one_of_fixed_order()
    {
        // The broken twin: the first read comes back last.
        SampleOrder order = SampleOrder.Sequential(2);
        var queue = Channel.CreateUnbounded<Loaded<long>>();
        using var secondIsThere = new ManualResetEventSlim();
        var first = new Thread(() =>
        {
            secondIsThere.Wait();
            queue.Writer.TryWrite(new Loaded<long>(0, 0, 0));
            queue.Writer.Complete();
        });
        first.Start();
        queue.Writer.TryWrite(new Loaded<long>(1, 1, 10));
        secondIsThere.Set();
        first.Join();
        Loaded<long>[] delivered = [.. queue.Reader.ReadAllAsync().ToBlockingEnumerable()];
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => HasTheOrder(order, delivered));
    }

    [Fact]
    public void A_million_samples_are_never_more_than_a_few_at_a_time()
    {
        var source = new MadeSource();
        var options = new LoaderOptions { Threads = 2, Ahead = 256 };
        using var loader = new StreamingLoader<long>("made", SampleOrder.Shuffled(Million, 1, 0), source.Read, options);
        (long count, long sum) = (0, 0);
        while (loader.TryTake(out Loaded<long> sample))
        {
            (count, sum) = (count + 1, sum + sample.Value);
            source.GiveBack();
        }

        Assert.Equal((Million, 10L * Million * (Million - 1) / 2), (count, sum));
        Assert.InRange(source.MostAlive, 1, options.Ahead + 1);
        Assert.InRange(loader.Statistics.MostAhead, 1, options.Ahead + 1);
        Assert.Equal(0, source.Alive);
    }

    [Fact]
    public void Nothing_is_read_further_ahead_than_was_asked_while_the_consumer_does_something_else()
    {
        var source = new MadeSource();
        using var loader = new StreamingLoader<long>(
            "made", SampleOrder.Sequential(long.MaxValue), source.Read, new LoaderOptions { Threads = 4, Ahead = 20 });
        Assert.True(SpinWait.SpinUntil(() => source.Reads == 20, TimeSpan.FromSeconds(30)));
        for (int i = 0; i < 3; i++)
            Assert.True(loader.TryTake(out _));
        Assert.True(SpinWait.SpinUntil(() => source.Reads == 23, TimeSpan.FromSeconds(30)));
        Assert.InRange(source.MostAlive, 20, 23);
    }

    [Fact]
    public void A_longer_queue_is_seen_by_the_counter_that_finds_the_short_one_short()
    {
        var source = new MadeSource();
        using var loader = new StreamingLoader<long>(
            "made", SampleOrder.Sequential(Million), source.Read, new LoaderOptions { Threads = 4, Ahead = 5_000 });
        Assert.True(SpinWait.SpinUntil(() => source.Reads == 5_000, TimeSpan.FromSeconds(30)));
        Assert.Equal(5_000, source.MostAlive);
    }

    [Fact]
    public void An_empty_order_ends_at_once()
    {
        using var loader = new StreamingLoader<long>("made", SampleOrder.Sequential(0), _ => 1);
        Assert.False(loader.TryTake(out _));
        Assert.False(loader.TryTake(out _));
        Assert.Equal(0, loader.Statistics.Delivered);
    }

    [Fact]
    public void Statistics_count_what_was_delivered_and_skipped_and_stop_with_the_end()
    {
        using var loader = new StreamingLoader<long>("made", SampleOrder.Sequential(40), n => n == 7 ? throw new SampleException("bad") : n);
        Assert.Equal(39, loader.TakeAll().Count());
        LoaderStatistics ended = loader.Statistics;
        Assert.Equal((39, 1), (ended.Delivered, ended.Skipped));
        Assert.Equal(ended, loader.Statistics);
        Assert.InRange(ended.Waited, TimeSpan.Zero, ended.Elapsed);
        Assert.InRange(ended.IdleFraction, 0, 1);
    }

    [Fact]
    public void Statistics_of_two_add_up()
    {
        var one = new LoaderStatistics(30, 1, 5, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(4));
        var other = new LoaderStatistics(10, 0, 9, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(4));
        LoaderStatistics both = one + other;
        Assert.Equal(new LoaderStatistics(40, 1, 9, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(8)), both);
        Assert.Equal((5, 0.25), (both.SamplesPerSecond, both.IdleFraction));
        Assert.Equal("40 samples, 5 a second, 1 skipped, consumer waiting 25.0 % of the time", both.ToString());
        Assert.Equal((0, 0), (default(LoaderStatistics).SamplesPerSecond, default(LoaderStatistics).IdleFraction));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1025)]
    public void Threads_that_make_no_sense_are_refused(int threads) => Assert.StartsWith(
        $"A loader reads with 1 to 1024 threads, and was given {threads}",
        Assert.Throws<ArgumentOutOfRangeException>(() => new LoaderOptions { Threads = threads }).Message, StringComparison.Ordinal);

    [Fact]
    public void Other_options_that_make_no_sense_are_refused()
    {
        Assert.StartsWith(
            "A loader keeps at least 1 sample ahead, and was given 0",
            Assert.Throws<ArgumentOutOfRangeException>(() => new LoaderOptions { Ahead = 0 }).Message, StringComparison.Ordinal);
        Assert.StartsWith(
            "A loader passes over 0 to 100 % bad samples, and was given 101",
            Assert.Throws<ArgumentOutOfRangeException>(() => new LoaderOptions { BadPercentAllowed = 101 }).Message, StringComparison.Ordinal);
        Assert.StartsWith(
            "A loader waits from no time to a day for the last reads, and was given 2.00:00:00",
            Assert.Throws<ArgumentOutOfRangeException>(() => new LoaderOptions { Patience = TimeSpan.FromDays(2) }).Message, StringComparison.Ordinal);
    }

    private static void HasTheOrder(SampleOrder order, Loaded<long>[] delivered)
    {
        Assert.Equal(order.Count, delivered.Length);
        for (int place = 0; place < delivered.Length; place++)
            Assert.Equal(new Loaded<long>(place, order[place], 10 * order[place]), delivered[place]);
    }
}
