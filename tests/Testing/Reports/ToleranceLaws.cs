using static TorchSharp.torch;

namespace GCnn.Testing.Tests;

public class ToleranceLaws
{
    [Theory]
    [InlineData(ScalarType.Float64, 1e-10)]
    [InlineData(ScalarType.Float32, 1e-4)]
    [InlineData(ScalarType.Float16, 1e-2)]
    [InlineData(ScalarType.BFloat16, 5e-2)]
    [InlineData(ScalarType.Int64, 0)]
    public void The_table_has_one_row_per_type(ScalarType type, double relative) => Assert.Equal(relative, Tolerance.For(type).Relative);

    [Fact]
    public void Exact_asks_for_equality()
    {
        Assert.True(Tolerance.Exact.Allows(0, 1));
        Assert.True(Tolerance.Exact.Allows(0, 0));
        Assert.False(Tolerance.Exact.Allows(double.Epsilon, 1e300));
    }

    [Fact]
    public void Errors_are_measured_by_the_outputs_scale_and_NaN_is_never_allowed()
    {
        Tolerance tolerance = new(0.25);
        Assert.True(tolerance.Allows(2, 8));
        Assert.False(tolerance.Allows(2.01, 8));
        Assert.False(tolerance.Allows(double.NaN, 8));
    }

    [Theory]
    [InlineData(0, "exact")]
    [InlineData(1e-4, "1e-4 of the output's scale")]
    public void Prints_in_words(double relative, string words) => Assert.Equal(words, new Tolerance(relative).ToString());
}
