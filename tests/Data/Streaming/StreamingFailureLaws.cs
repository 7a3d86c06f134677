namespace GCnn.Data.Tests.Streaming;

public sealed class StreamingFailureLaws
{
    [Fact]
    public void Bad_samples_up_to_five_percent_are_passed_over_and_told_in_order()
    {
        var bad = new List<BadSample>();
        using var loader = new StreamingLoader<long>(
            "made", SampleOrder.Sequential(100), n => n % 20 == 3 ? throw new SampleException($"sample {n} is bad.") : n,
            new LoaderOptions { Threads = 4, Skipped = bad.Add });
        Assert.Equal(Enumerable.Range(0, 100).Where(n => n % 20 != 3).Select(n => (long)n), loader.TakeAll().Select(s => s.Value));
        Assert.Equal(((long[])[3, 23, 43, 63, 83]).Select(n => new BadSample(n, $"sample {n} is bad.")), bad);
    }

    [Fact]
    public void One_more_stops_the_reading_with_a_sentence_and_for_good()
    {
        using var loader = new StreamingLoader<long>(
            "some/folder", SampleOrder.Sequential(100), n => n % 16 == 3 ? throw new SampleException($"sample {n} is bad.") : n);
        const string Sentence = "6 of 100 images of 'some/folder' cannot be read, more than 5 %; the first: sample 3 is bad.";
        Assert.Equal(Sentence, Assert.Throws<DataException>(() => loader.TakeAll().Count()).Message);
        Assert.Equal(Sentence, Assert.Throws<DataException>(() => loader.TryTake(out _)).Message);
    }

    [Fact]
    public void Where_none_may_be_bad_the_first_stops_it()
    {
        using var loader = new StreamingLoader<long>(
            "made", SampleOrder.Sequential(1000), n => n == 999 ? throw new SampleException("bad.") : n,
            new LoaderOptions { BadPercentAllowed = 0 });
        Assert.Equal(
            "1 of 1000 images of 'made' cannot be read, more than 0 %; the first: bad.",
            Assert.Throws<DataException>(() => loader.TakeAll().Count()).Message);
        Assert.Equal(999, loader.Statistics.Delivered);
    }

    [Fact]
    public void Any_other_exception_reaches_the_consumer_as_it_is_after_what_stands_before_it()
    {
        var failure = new InvalidTimeZoneException("not of this world");
        using var loader = new StreamingLoader<long>("made", SampleOrder.Sequential(100), n => n == 50 ? throw failure : n);
        for (int i = 0; i < 50; i++)
            Assert.True(loader.TryTake(out _));
        Assert.Same(failure, Assert.Throws<InvalidTimeZoneException>(() => loader.TryTake(out _)));
        Assert.Same(failure, Assert.Throws<InvalidTimeZoneException>(() => loader.TryTake(out _)));
    }

    [Fact]
    public void An_exception_of_the_order_reaches_the_consumer_too()
    {
        using var loader = new StreamingLoader<long>("made", SampleOrder.Of(new Shrinking()), n => n);
        Assert.Equal("gone", Assert.Throws<InvalidOperationException>(() => loader.TakeAll().Count()).Message);
    }

    [Fact]
    public void Cancellation_reaches_a_consumer_that_waits()
    {
        using var cancellation = new CancellationTokenSource();
        using var never = new ManualResetEventSlim();
        using var loader = new StreamingLoader<long>(
            "made", SampleOrder.Sequential(100),
            n =>
            {
                if (n == 5)
                {
                    cancellation.Cancel();
                    never.Wait();
                }

                return n;
            },
            new LoaderOptions { Threads = 1 }, cancellation.Token);
        Assert.ThrowsAny<OperationCanceledException>(() => loader.TakeAll().Count());
        Assert.ThrowsAny<OperationCanceledException>(() => loader.TryTake(out _));
        never.Set();
    }

    [Fact]
    public void Cancellation_reaches_a_consumer_that_finds_samples_there()
    {
        using var cancellation = new CancellationTokenSource();
        using var loader = new StreamingLoader<long>("made", SampleOrder.Sequential(long.MaxValue), n => n, cancellation: cancellation.Token);
        Assert.True(loader.TryTake(out _));
        cancellation.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => loader.TryTake(out _));
    }

    [Fact]
    public void A_loader_cancelled_before_it_begins_delivers_nothing()
    {
        using var loader = new StreamingLoader<long>("made", SampleOrder.Sequential(9), n => n, cancellation: new CancellationToken(canceled: true));
        Assert.ThrowsAny<OperationCanceledException>(() => loader.TryTake(out _));
    }

    [Fact]
    public void Dispose_with_a_full_queue_ends_all_reading()
    {
        var source = new MadeSource();
        var loader = new StreamingLoader<long>(
            "made", SampleOrder.Sequential(long.MaxValue), source.Read, new LoaderOptions { Threads = 4, Ahead = 10 });
        Assert.True(loader.TryTake(out _));
        Assert.True(SpinWait.SpinUntil(() => source.Reads == 11, TimeSpan.FromSeconds(30)));
        loader.Dispose();
        loader.Dispose();
        Assert.Equal(11, source.Reads);
        Assert.Throws<ObjectDisposedException>(() => loader.TryTake(out _));
    }

    [Fact]
    public void Dispose_waits_for_a_read_that_is_under_way_so_that_its_source_may_be_closed()
    {
        using var reading = new ManualResetEventSlim();
        bool closed = false, readFromClosed = false;
        var loader = new StreamingLoader<long>(
            "made", SampleOrder.Sequential(1),
            n =>
            {
                reading.Set();
                Thread.Sleep(30);
                readFromClosed = Volatile.Read(ref closed);
                return n;
            });
        reading.Wait();
        loader.Dispose();
        Volatile.Write(ref closed, true);
        Assert.False(readFromClosed);
    }

    [Fact]
    public void Dispose_does_not_hang_on_a_read_that_never_comes_back()
    {
        using var never = new ManualResetEventSlim();
        using var reading = new ManualResetEventSlim();
        var loader = new StreamingLoader<long>(
            "made", SampleOrder.Sequential(10),
            n =>
            {
                reading.Set();
                never.Wait();
                return n;
            },
            new LoaderOptions { Threads = 3, Patience = TimeSpan.FromMilliseconds(20) });
        reading.Wait();
        loader.Dispose();
        never.Set();
    }

    /// <summary>A list whose numbers are gone when they are asked for.</summary>
    private sealed class Shrinking : List<int>, IReadOnlyList<int>
    {
        int IReadOnlyCollection<int>.Count => 3;

        int IReadOnlyList<int>.this[int index] => throw new InvalidOperationException("gone");
    }
}
