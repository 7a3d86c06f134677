using GCnn.Experiments.Bench;

namespace GCnn.Experiments.Tests.Bench;

public sealed class BenchRowLaws
{
    private static readonly BenchCase Case = new("conv 3x3", "D4", 16, 64, 8, BenchPass.Step, 2);

    private static readonly (double? Fourier, double? Expanded, double? Plain, double? Peer, double? Ratio)[] Known =
    [
        (10, 40, 30, 20, 2), (10, 40, 30, 50, 3), (10, 40, 30, null, 3), (10, 40, null, 20, 2), (10, 5, 30, 20, 2), (40, 5, 20, 30, 0.5),
        (10, 40, null, null, null), (null, 40, 30, 20, null), (10, null, 20, null, 2),
    ];

    [Fact]
    public void The_ratio_is_the_best_contestant_over_the_Fourier_route() => Assert.Null(Violation(row => row.Ratio));

    [Fact]
    public void Other_readings_of_the_ratio_are_told_apart()
    {
        Assert.NotNull(Violation(row => row.Fourier / Math.Min(row.Plain ?? double.PositiveInfinity, row.Peer ?? double.PositiveInfinity)));
        Assert.NotNull(Violation(row => row.Expanded / row.Fourier));
        Assert.NotNull(Violation(row => row.Plain / row.Fourier));
        Assert.NotNull(Violation(row => Math.Max(row.Plain ?? 0, row.Peer ?? 0) / row.Fourier));
        Assert.NotNull(Violation(row =>
            new[] { row.Expanded, row.Plain, row.Peer }.Where(time => time is not null).DefaultIfEmpty().Min() / row.Fourier));
    }

    [Fact]
    public void The_ratio_to_the_peer_leaves_the_plain_layer_out()
    {
        Assert.Equal(2.5, new BenchRow(Case, 10, 40, 5, 25).PeerRatio);
        Assert.Null(new BenchRow(Case, 10, 40, 5, null).PeerRatio);
        Assert.Null(new BenchRow(Case, null, 40, 5, 25).PeerRatio);
    }

    [Fact]
    public void A_multiply_add_counts_as_two_operations()
    {
        BenchRow row = new(Case, 10, 40, null, null) { FourierWork = 0.5, ExpandedWork = 4 };
        Assert.Equal((100, 200), (row.FourierSpeed, row.ExpandedSpeed));
        Assert.Null((row with { Fourier = null }).FourierSpeed);
    }

    [Fact]
    public void A_title_says_all_of_a_case()
    {
        Assert.Equal("conv 3x3 D4, 16 fields, 64x64, batch 8, step, 2 threads", Case.Title);
        Assert.EndsWith(", forward, 1 thread", (Case with { Pass = BenchPass.Forward, Threads = 1 }).Title, StringComparison.Ordinal);
    }

    private static string? Violation(Func<BenchRow, double?> ratio) => Known
        .Where(known => ratio(new BenchRow(Case, known.Fourier, known.Expanded, known.Plain, known.Peer)) != known.Ratio)
        .Select(known => $"{known}")
        .FirstOrDefault();
}
