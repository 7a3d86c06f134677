using GCnn.Experiments.Bench;

namespace GCnn.Experiments.Tests.Bench;

public sealed class RoundsLaws
{
    [Fact]
    public void Contestants_take_turns_and_the_first_round_does_not_count()
    {
        List<BenchColumn> order = [];
        Contestant Of(BenchColumn column, params double[] times) => new(column, () =>
        {
            order.Add(column);
            return times[Math.Min(order.Count(done => done == column), times.Length) - 1];
        });
        Rounds rounds = Rounds.Of([Of(BenchColumn.Fourier, 900, 1, 5, 2, 4, 3), Of(BenchColumn.Peer, 0, 10, 10, 10, 70, 90)], 0);
        Assert.Equal(5, rounds.Count);
        Assert.Equal(Enumerable.Repeat((BenchColumn[])[BenchColumn.Fourier, BenchColumn.Peer], 6).SelectMany(pair => pair), order);
        Assert.Equal((3, 10), (rounds.Medians[BenchColumn.Fourier], rounds.Medians[BenchColumn.Peer]));
    }

    [Fact]
    public void The_median_lies_in_the_middle()
    {
        Assert.Equal(2, Rounds.Median([2]));
        Assert.Equal(2.5, Rounds.Median([4, 1, 2, 3]));
        Assert.Equal(3, Rounds.Median([9, 1, 3]));
    }

    [Fact]
    public void They_stop_between_two_rounds()
    {
        using CancellationTokenSource stop = new();
        int runs = 0;
        Contestant contestant = new(BenchColumn.Fourier, () =>
        {
            if (++runs == 3)
            {
                stop.Cancel();
            }

            return 1;
        });
        Assert.Throws<OperationCanceledException>(() => Rounds.Of([contestant], 3600, stop.Token));
        Assert.Equal(3, runs);
    }

    [Fact]
    public void More_budget_never_means_fewer_rounds() =>
        Assert.InRange(Rounds.Of([new Contestant(BenchColumn.Fourier, () => 1)], 0.001).Count, 5, 1001);
}
