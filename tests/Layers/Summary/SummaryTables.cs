using GCnn.Groups;

namespace GCnn.Layers.Tests;

/// <summary>Summaries in print.</summary>
public class SummaryTables
{
    private static readonly FieldType Many =
        Examples.Mixed(PlaneGroup.P4m) + FieldType.Regular(PlaneGroup.P4m, 20) + Examples.Quotients(PlaneGroup.P4m);

    [Fact]
    public void A_table_is_aligned_and_has_totals()
    {
        FieldType image = FieldType.Trivial(PlaneGroup.P4, 3), fields = FieldType.Regular(PlaneGroup.P4, 8);
        using EquivariantSequential net = new(
            new Convolution(image, fields, Stencil.Square(5), stride: 2, padding: 2, bias: false), PointwiseNonlinearity.ReLU(fields));
        string[] lines = $"{Summary.For(net, 65, 65)}".Split(Environment.NewLine);
        Assert.Equal(
            [
                "layer          output   type           free  expanded  field / jump  mul-adds  Fourier  + transf.  exact under",
                "0 Convolution  33 x 33  p4: 8 regular   600     2,400         5 / 2     2.61M     967k       170k  p4",
                "1 ReLU         33 x 33  p4: 8 regular     -         -         5 / 2         -        -          -  p4",
                "total                                   600     2,400                   2.61M     967k       170k",
                "p4 on 65 x 65: exact under p4; shifts by 2, margin 1",
                "",
            ],
            lines);
    }

    [Fact]
    public void No_line_is_longer_than_140_and_what_is_cut_says_so()
    {
        using EquivariantSequential net = new(
            new Convolution(Many, Many, Stencil.Square(3), padding: 1),
            new EquivariantSequential(new ResidualBlock(Many, Many), new MaxPooling(Many, 3)));
        string[] lines = $"{Summary.For(net, 257, 257)}".Split(Environment.NewLine);
        Assert.All(lines[..^2], line => Assert.InRange(line.Length, 0, 140));
        Assert.Contains(lines, line => line.Contains('…', StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0, "-")]
    [InlineData(1, "1")]
    [InlineData(999, "999")]
    [InlineData(1000, "1.00k")]
    [InlineData(9994, "9.99k")]
    [InlineData(9995, "10.0k")]
    [InlineData(99_949, "99.9k")]
    [InlineData(99_950, "100k")]
    [InlineData(999_499, "999k")]
    [InlineData(999_500, "1.00M")]
    [InlineData(3_000_000_000, "3.00G")]
    [InlineData(long.MaxValue, "9.22E")]
    public void Large_numbers_have_three_digits(long number, string shown) => Assert.Equal(shown, SummaryTable.Rounded(number));
}
