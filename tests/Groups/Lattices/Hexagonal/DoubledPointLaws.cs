using FsCheck;
using FsCheck.Fluent;

namespace GCnn.Groups.Tests;

public sealed class DoubledPointLaws
{
    [Theory]
    [InlineData(DoubledKind.Width)]
    [InlineData(DoubledKind.Height)]
    public void Every_axial_point_has_one_place_and_every_place_of_even_sum_one_point(DoubledKind kind)
    {
        for (int a = -70; a <= 70; a++)
        {
            for (int b = -70; b <= 70; b++)
            {
                Assert.Equal(new LatticePoint(a, b), DoubledPoint.FromAxial(new(a, b), kind).ToAxial());
                if (int.IsEvenInteger(a + b))
                {
                    Assert.Equal(new DoubledPoint(a, b, kind), DoubledPoint.FromAxial(new DoubledPoint(a, b, kind).ToAxial(), kind));
                }
            }
        }
    }

    [Fact]
    public void Double_width_counts_half_cells_on_screen() =>
        Prop.ForAll(LatticePointLaws.Points.ToArbitrary(), p =>
            DoubledPoint.FromAxial(p, DoubledKind.Width) is var place
            && place.Row == p.Y && place.Column / 2.0 == new HexagonalLattice().Position(p.X, p.Y).X).QuickCheckThrowOnFailure();

    [Fact]
    public void Double_height_is_double_width_mirrored_in_the_falling_diagonal() =>
        Prop.ForAll(LatticePointLaws.Points.ToArbitrary(), p =>
        {
            DoubledPoint mirrored = DoubledPoint.FromAxial(new(p.Y, p.X), DoubledKind.Width);
            return DoubledPoint.FromAxial(p, DoubledKind.Height) == new DoubledPoint(mirrored.Row, mirrored.Column, DoubledKind.Height);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Places_of_odd_sum_and_unknown_kinds_are_refused()
    {
        Message.Says<ArgumentException>(() => new DoubledPoint(1, 2, DoubledKind.Width), "even sum", "column 1 and row 2", "offset");
        Message.Says<ArgumentException>(() => new DoubledPoint(-1, 0, DoubledKind.Height), "column -1 and row 0");
        Message.Says<ArgumentOutOfRangeException>(() => new DoubledPoint(0, 0, (DoubledKind)2), "no doubled kind 2", "double-width");
        Message.Says<ArgumentOutOfRangeException>(() => DoubledPoint.FromAxial(default, (DoubledKind)2), "no doubled kind 2");
        Assert.Equal("(3, 1) double-width", new DoubledPoint(3, 1, DoubledKind.Width).ToString());
        Assert.Equal("(3, 1) double-height", new DoubledPoint(3, 1, DoubledKind.Height).ToString());
    }
}
