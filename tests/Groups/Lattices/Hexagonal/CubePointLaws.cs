using FsCheck;
using FsCheck.Fluent;

namespace GCnn.Groups.Tests;

public sealed class CubePointLaws
{
    private static Gen<CubePoint> Points => LatticePointLaws.Points.Select(CubePoint.FromAxial);

    [Fact]
    public void Axial_coordinates_become_cube_coordinates_and_come_back() =>
        Prop.ForAll(LatticePointLaws.Points.ToArbitrary(), p =>
        {
            CubePoint cube = CubePoint.FromAxial(p);
            return cube.Q + cube.R + cube.S == 0 && cube.ToAxial() == p && CubePoint.FromAxial(cube.ToAxial()) == cube;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Sums_are_those_of_the_lattice() =>
        Prop.ForAll(LatticePointLaws.Points.ToArbitrary(), LatticePointLaws.Points.ToArbitrary(), (p, q) =>
            (CubePoint.FromAxial(p) + CubePoint.FromAxial(q)).ToAxial() == p + q
            && (CubePoint.FromAxial(p) - CubePoint.FromAxial(q)).ToAxial() == p - q).QuickCheckThrowOnFailure();

    [Fact]
    public void Distance_is_a_metric_that_translations_and_turns_keep() =>
        Prop.ForAll(Points.ToArbitrary(), Points.ToArbitrary(), Points.ToArbitrary(), (a, b, c) =>
            a.DistanceTo(b) == b.DistanceTo(a) && (a.DistanceTo(b) == 0) == (a == b)
            && a.DistanceTo(c) <= a.DistanceTo(b) + b.DistanceTo(c)
            && (a + c).DistanceTo(b + c) == a.DistanceTo(b)
            && a.SixthTurn.DistanceTo(b.SixthTurn) == a.DistanceTo(b)).QuickCheckThrowOnFailure();

    [Fact]
    public void The_norm_counts_steps_between_neighbours()
    {
        Law.Holds(StepsAreNot(p => p.Norm));
        Law.IsBrokenBy(StepsAreNot(p => Math.Max(Math.Abs(p.Q), Math.Abs(p.R))));
    }

    [Fact]
    public void A_sixth_turn_is_the_lattices_rotation() =>
        Prop.ForAll(LatticePointLaws.Points.ToArbitrary(), p =>
            CubePoint.FromAxial(p).SixthTurn.ToAxial() == new HexagonalLattice().Rotation.Transform(p)).QuickCheckThrowOnFailure();

    [Fact]
    public void The_neighbours_go_anticlockwise_from_the_right()
    {
        Assert.Equal(
            [new(1, 0), new(1, -1), new(0, -1), new(-1, 0), new(-1, 1), new(0, 1)],
            default(CubePoint).Neighbours.Select(p => p.ToAxial()));
        CubePoint centre = new(3, -5, 2);
        Assert.All(centre.Neighbours, p => Assert.Equal(1, centre.DistanceTo(p)));
        Assert.All(default(CubePoint).Neighbours, p => Assert.Equal(1, Length(p), 12));
    }

    [Fact]
    public void A_ring_of_radius_r_is_a_closed_walk_over_the_6r_cells_at_distance_r()
    {
        CubePoint centre = new(-2, 7, -5);
        for (int radius = 1; radius <= 12; radius++)
        {
            CubePoint[] ring = [.. centre.Ring(radius)];
            Assert.Equal(6 * radius, ring.Distinct().Count());
            Assert.Equal(6 * radius, ring.Length);
            Assert.All(ring, p => Assert.Equal(radius, centre.DistanceTo(p)));
            Assert.All(ring.Zip([.. ring[1..], ring[0]]), pair => Assert.Equal(1, pair.First.DistanceTo(pair.Second)));
        }

        Assert.Equal([centre], centre.Ring(0));
    }

    [Fact]
    public void A_sixth_turn_shifts_a_ring_by_its_radius()
    {
        CubePoint[] ring = [.. default(CubePoint).Ring(4)];
        Assert.Equal([.. ring[4..], .. ring[..4]], ring.Select(p => p.SixthTurn));
    }

    [Fact]
    public void A_spiral_lists_the_hexagon_ring_after_ring()
    {
        CubePoint[] spiral = [.. default(CubePoint).Spiral(5)];
        Assert.Equal(new HexagonalDomain(5).Count, spiral.Length);
        Assert.Equal(new HexagonalDomain(5).Cells.ToHashSet(), spiral.Select(p => p.ToAxial()).ToHashSet());
        Assert.Equal(spiral.Select(p => p.Norm).Order(), spiral.Select(p => p.Norm));
    }

    [Fact]
    public void Coordinates_that_do_not_sum_to_zero_and_negative_radii_are_refused()
    {
        Message.Says<ArgumentException>(() => new CubePoint(1, 2, 3), "sum to 0", "(1, 2, 3) sum to 6", "FromAxial");
        Message.Says<ArgumentException>(() => new CubePoint(int.MinValue, int.MinValue, 0), "sum to -4294967296");
        Message.Says<ArgumentOutOfRangeException>(() => default(CubePoint).Ring(-1), "at least 0", "-1");
        Message.Says<ArgumentOutOfRangeException>(() => default(CubePoint).Spiral(-2), "at least 0", "-2");
        Assert.Equal("(1, 2, -3)", new CubePoint(1, 2, -3).ToString());
    }

    private static double Length(CubePoint p)
    {
        (double x, double y) = new HexagonalLattice().Position(p.Q, p.R);
        return Math.Sqrt((x * x) + (y * y));
    }

    /// <summary>Breadth first search over nearest neighbours, those at distance 1 on screen, against a claimed number of steps.</summary>
    private static string? StepsAreNot(Func<CubePoint, int> claimed)
    {
        CubePoint[] steps = [.. from q in Enumerable.Range(-1, 3) from r in Enumerable.Range(-1, 3)
                                let p = CubePoint.FromAxial(new(q, r)) where Math.Abs(Length(p) - 1) < 1e-9 select p];
        HashSet<CubePoint> seen = [default];
        CubePoint[] front = [default];
        for (int distance = 0; distance <= 8; distance++)
        {
            if (front.Cast<CubePoint?>().FirstOrDefault(p => claimed(p!.Value) != distance) is CubePoint wrong)
            {
                return $"{wrong} is {distance} steps away, not {claimed(wrong)}";
            }

            front = [.. front.SelectMany(p => steps.Select(step => p + step)).Where(seen.Add)];
        }

        return null;
    }
}
