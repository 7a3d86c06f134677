using GCnn.Experiments.Reports;

namespace GCnn.Experiments.Tests.Reports;

public sealed class RunClockTests
{
    private readonly Hand _hand = new();

    [Fact]
    public void What_is_left_takes_as_long_as_what_was_done_for_the_same_work()
    {
        var clock = new RunClock([10, 20, 30], _hand);
        Assert.Null(clock.Left);
        clock.At(0);
        _hand.Now = 5;
        clock.At(0.5);
        Assert.Equal(5 + 20 + 30, clock.Left!.Value.TotalSeconds, 1e-6);
        _hand.Now = 10;
        clock.At(1);
        clock.Next();
        Assert.Equal(50, clock.Left!.Value.TotalSeconds, 1e-6);
        clock.At(0);
        _hand.Now = 40;
        clock.At(1);
        clock.Next();
        Assert.Equal(30 * 40.0 / 30, clock.Left!.Value.TotalSeconds, 1e-6);
        clock.Next();
        Assert.Equal(TimeSpan.Zero, clock.Left);
    }

    [Fact]
    public void What_was_done_before_costs_nothing()
    {
        var clock = new RunClock([10, 10], _hand);
        clock.At(0.8);
        _hand.Now = 3;
        clock.At(1);
        Assert.Equal(3 * 10 / 2.0, clock.Left!.Value.TotalSeconds, 1e-6);
        var other = new RunClock([10, 10], _hand);
        other.Next();
        Assert.Null(other.Left);
    }

    private sealed class Hand : TimeProvider
    {
        public double Now { get; set; }

        public override long TimestampFrequency => 1_000_000;

        public override long GetTimestamp() => (long)(Now * TimestampFrequency);
    }
}
