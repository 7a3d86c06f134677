namespace GCnn.Augment.Tests;

public class SampleStreamLaws
{
    /// <summary>The numbers were computed from the stated formula in another language; they may never change.</summary>
    [Theory]
    [InlineData(0, 0, 0, 2391539541053276776, 920862675595841680, 12365375887819322540)]
    [InlineData(1, 2, 3, 1321962074176129191, 15925659190040627001, 6588988029983277238)]
    [InlineData(-1, 7, 1000000, 16660333785132648884, 4779389602810275542, 4201247174205422967)]
    public void Its_numbers_are_pinned(long seed, long epoch, long sample, ulong first, ulong second, ulong third)
    {
        SampleStream stream = new(seed, epoch, sample);
        Assert.Equal([first, second, third], [stream.NextBits(), stream.NextBits(), stream.NextBits()]);
    }

    [Fact]
    public void What_is_made_of_the_bits_is_pinned()
    {
        Assert.Equal(0.1296456182997474, new SampleStream(0, 0, 0).NextUnit());
        Assert.Equal(1, new SampleStream(0, 0, 0).NextIndex(8));
        Assert.Equal(6, new SampleStream(1, 2, 3) is var s && !s.NextBool() ? s.NextIndex(8) : -1);
        Assert.Equal(10 + (0.1296456182997474 * 10), new SampleStream(0, 0, 0).NextUniform(new(10, 20)));
        Assert.Equal(0.5 * Math.Pow(4, 0.1296456182997474), new SampleStream(0, 0, 0).NextLogUniform(new(0.5, 2)), 15);
    }

    [Fact]
    public void Every_part_of_the_key_counts_and_in_its_place()
    {
        ulong[] firsts =
        [
            .. from seed in Enumerable.Range(0, 10) from epoch in Enumerable.Range(0, 10) from sample in Enumerable.Range(0, 10)
               select new SampleStream(seed, epoch, sample).NextBits(),
        ];
        Assert.Equal(1000, firsts.Distinct().Count());
    }

    [Fact]
    public void Neighbouring_streams_are_uncorrelated()
    {
        double[] first = [.. Examples.Streams(10000).Select(stream => stream.NextUnit() - 0.5)];
        double product = first.Skip(1).Zip(first, (a, b) => a * b).Average() * 12;
        Assert.InRange(product, -0.05, 0.05);
        Assert.True(Examples.ChiSquare(first.Select(u => (int)((u + 0.5) * 20)), 20) < 43.8);
    }

    [Fact]
    public void A_key_starts_a_stream_of_its_own()
    {
        SampleStream stream = new(1, 2, 3);
        SampleStream child = new(stream.NextKey());
        ulong[] own = [.. Enumerable.Range(0, 100).Select(_ => child.NextBits())];
        Assert.Empty(own.Intersect(Enumerable.Range(0, 100).Select(_ => stream.NextBits())));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(12)]
    public void Whole_numbers_are_as_likely_each(int count)
    {
        SampleStream stream = new(4, 0, 0);
        Assert.True(Examples.ChiSquare(Enumerable.Range(0, 12000).Select(_ => stream.NextIndex(count)), count) < 31.3);
    }

    [Fact]
    public void The_interval_of_one_number_gives_that_number()
    {
        Assert.Equal(7, new SampleStream(0, 0, 0).NextUniform(new(7, 7)));
        Assert.Equal(7, new SampleStream(0, 0, 0).NextLogUniform(new(7, 7)));
        Assert.Equal("[7, 8]", new Interval(7, 8).ToString());
    }
}
