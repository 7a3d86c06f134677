using GCnn.Experiments.Reports.Html;

namespace GCnn.Reports.Tests;

public sealed class EstimateLaws
{
    [Fact]
    public void The_mean_of_right_and_wrong_has_the_binomial_error()
    {
        Estimate mean = Estimate.Mean([1, 1, 1, 0]);
        Assert.Equal(0.75, mean.Value);
        // The sample's variance is n p (1 - p) / (n - 1).
        Assert.Equal(Math.Sqrt(0.75 * 0.25 / 3), mean.Error, 12);
    }

    [Fact]
    public void Balanced_is_the_mean_of_classes_whatever_their_sizes()
    {
        // Class 0: 1 of 2; class 1: 8 of 8.
        double[] right = [1, 0, 1, 1, 1, 1, 1, 1, 1, 1];
        int[] classes = [0, 0, 1, 1, 1, 1, 1, 1, 1, 1];
        Estimate balanced = Estimate.Balanced(right, classes);
        Assert.Equal(0.75, balanced.Value, 12);
        Assert.Equal(Math.Sqrt(0.5 / 2) / 2, balanced.Error, 12);
        Assert.NotEqual(Estimate.Mean(right).Value, balanced.Value);
    }

    [Fact]
    public void Answers_to_the_same_objects_give_a_difference_without_error_where_they_differ_everywhere_alike() =>
        Assert.Equal(new Estimate(1, 0), Estimate.Balanced([1, 1, 1, 1], [0, 1, 0, 1]));

    [Fact]
    public void Independent_errors_add_in_squares() => Assert.Equal(new Estimate(2, 5), new Estimate(2, 3).With(4));

    [Theory]
    [InlineData(0.5, 10, 0.2366, 0.7634)]
    [InlineData(1.0, 10, 0.7225, 1.0)]
    [InlineData(0.0, 10, 0.0, 0.2775)]
    public void The_interval_of_a_part_is_Wilsons(double part, int count, double low, double high)
    {
        (double from, double to) = Wilson.Interval(part, count);
        Assert.Equal(low, from, 4);
        Assert.Equal(high, to, 4);
    }

    [Theory]
    [InlineData(1, "100\u00A0%")]
    [InlineData(0.9999, "99.9\u00A0%")]
    [InlineData(0.0001, "0.1\u00A0%")]
    [InlineData(0.886, "88.6\u00A0%")]
    public void Not_quite_all_is_never_all(double part, string written) => Assert.Equal(written, Numbers.Percent(part));

    [Theory]
    [InlineData(1.1e-6, "1.1\u00B710\u207B\u2076")]
    [InlineData(2.149, "2.15")]
    [InlineData(0, "0")]
    [InlineData(12_000_000, "1.2\u00B710\u2077")]
    public void Sizes_are_written_as_people_do(double value, string written) => Assert.Equal(written, Numbers.Size(value));
}
