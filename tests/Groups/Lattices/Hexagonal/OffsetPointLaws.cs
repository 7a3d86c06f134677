using FsCheck;
using FsCheck.Fluent;

namespace GCnn.Groups.Tests;

public sealed class OffsetPointLaws
{
    public static TheoryData<OffsetKind> Kinds => [.. Enum.GetValues<OffsetKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_axial_point_has_one_address_and_every_address_one_point(OffsetKind kind)
    {
        for (int a = -70; a <= 70; a++)
        {
            for (int b = -70; b <= 70; b++)
            {
                Assert.Equal(new LatticePoint(a, b), OffsetPoint.FromAxial(new(a, b), kind).ToAxial());
                Assert.Equal(new OffsetPoint(a, b, kind), OffsetPoint.FromAxial(new OffsetPoint(a, b, kind).ToAxial(), kind));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Far_points_come_back_too(OffsetKind kind) =>
        Prop.ForAll((from x in Gen.Choose(-1_000_000_000, 1_000_000_000) from y in Gen.Choose(-1_000_000_000, 1_000_000_000)
                     select new LatticePoint(x, y)).ToArbitrary(),
            p => OffsetPoint.FromAxial(p, kind).ToAxial() == p).QuickCheckThrowOnFailure();

    [Fact]
    public void Rows_are_pushed_by_half_as_the_kind_says()
    {
        Law.Holds(WrongPlace(OffsetPoint.FromAxial, OffsetKind.OddRows, odd: 0.5, even: 0));
        Law.Holds(WrongPlace(OffsetPoint.FromAxial, OffsetKind.EvenRows, odd: 0, even: 0.5));
        Law.IsBrokenBy(WrongPlace(Truncated, OffsetKind.OddRows, odd: 0.5, even: 0));
        Law.IsBrokenBy(WrongPlace(OffsetPoint.FromAxial, OffsetKind.EvenRows, odd: 0.5, even: 0));
    }

    [Theory]
    [InlineData(OffsetKind.OddRows, OffsetKind.OddColumns)]
    [InlineData(OffsetKind.EvenRows, OffsetKind.EvenColumns)]
    public void Flat_tops_are_pointy_tops_mirrored_in_the_falling_diagonal(OffsetKind pointy, OffsetKind flat) =>
        Prop.ForAll(LatticePointLaws.Points.ToArbitrary(), p =>
        {
            OffsetPoint mirrored = OffsetPoint.FromAxial(new(p.Y, p.X), pointy);
            return OffsetPoint.FromAxial(p, flat) == new OffsetPoint(mirrored.Row, mirrored.Column, flat);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(OffsetKind.OddRows, 2, -3, 0, -3)]
    [InlineData(OffsetKind.EvenRows, 2, -3, 1, -3)]
    [InlineData(OffsetKind.OddColumns, -3, 2, -3, 0)]
    [InlineData(OffsetKind.EvenColumns, -3, 2, -3, 1)]
    [InlineData(OffsetKind.OddRows, 1, 5, 3, 5)]
    [InlineData(OffsetKind.EvenRows, 1, 5, 4, 5)]
    public void Addresses_are_the_pinned_ones(OffsetKind kind, int q, int r, int column, int row) =>
        Assert.Equal(new OffsetPoint(column, row, kind), OffsetPoint.FromAxial(new(q, r), kind));

    [Fact]
    public void Addresses_print_their_kind() =>
        Assert.Equal(
            ["(1, -2) odd-r", "(1, -2) even-r", "(1, -2) odd-q", "(1, -2) even-q"],
            Enum.GetValues<OffsetKind>().Select(kind => new OffsetPoint(1, -2, kind).ToString()));

    [Fact]
    public void An_unknown_kind_is_refused()
    {
        Message.Says<ArgumentOutOfRangeException>(() => OffsetPoint.FromAxial(default, (OffsetKind)4), "no offset kind 4", "odd-r");
        Message.Says<ArgumentOutOfRangeException>(() => new OffsetPoint(0, 0, (OffsetKind)(-1)).ToAxial(), "no offset kind -1");
        Message.Says<ArgumentOutOfRangeException>(() => new OffsetPoint(0, 0, (OffsetKind)7).ToString(), "no offset kind 7");
    }

    /// <summary>The halving that C#'s division gives: right for rows from 0, wrong above.</summary>
    private static OffsetPoint Truncated(LatticePoint p, OffsetKind kind) => new(p.X + (p.Y / 2), p.Y, kind);

    /// <summary>On screen the cell is at <c>x = column + push</c>, counted from the place of <c>(0, 0)</c>.</summary>
    private static string? WrongPlace(Func<LatticePoint, OffsetKind, OffsetPoint> address, OffsetKind kind, double odd, double even) =>
        (from q in Enumerable.Range(-9, 19)
         from r in Enumerable.Range(-9, 19)
         let place = address(new(q, r), kind)
         let x = place.Column + ((place.Row & 1) == 1 ? odd : even) - even
         where place.Row != r || Math.Abs(new HexagonalLattice().Position(q, r).X - x) > 1e-9
         select $"{kind}: ({q}, {r}) lies at {new HexagonalLattice().Position(q, r).X}, not at {x}").FirstOrDefault();
}
