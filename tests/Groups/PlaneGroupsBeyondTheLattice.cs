namespace GCnn.Groups.Tests;

public sealed class PlaneGroupsBeyondTheLattice
{
    private static readonly Func<int, Lattice?, PlaneGroup>[] Families = [PlaneGroup.Cyclic, PlaneGroup.Dihedral];

    private static IEnumerable<PlaneGroup> Groups =>
    [
        .. from n in Enumerable.Range(1, 12)
           from lattice in new Lattice[] { new SquareLattice(), new HexagonalLattice() }
           from family in Families
           select family(n, lattice),
        PlaneGroup.SO2(0),
        PlaneGroup.SO2(3, new HexagonalLattice()),
        PlaneGroup.O2(2),
    ];

    [Fact]
    public void Motions_multiply_as_the_elements_do() => Assert.All(Groups.Concat(PlaneGroup.All), group =>
    {
        Law.Holds(Law.OfHomomorphisms(group.PointGroup, group.Motion, (m, n) => m * n));
        Assert.Equal(group.Order, group.PointGroup.Elements.Select(h => group.Motion(h.Index)).Distinct().Count());
        Assert.All(group.PointGroup.Elements, h => Assert.Equal(group.Motion(h.Index).Inverse, group.Motion(h.Inverse.Index)));
    });

    [Fact]
    public void Motions_forgetting_the_sign_of_a_reflection_are_no_homomorphism() => Law.IsBrokenBy(Law.OfHomomorphisms(
        PlaneGroup.P4m.PointGroup, PlaneGroup.P4m.Motion, (m, n) => new RationalIsometry(
            (m.Turn * n.Turns) + (n.Turn * m.Turns), m.Turns * n.Turns, m.Reflects ^ n.Reflects)));

    [Fact]
    public void A_matrix_moves_points_on_screen_as_the_motion_moves_angles() => Assert.All(Groups.Concat(PlaneGroup.All), group =>
    {
        foreach (int h in Enumerable.Range(0, group.Order).Where(group.KeepsLattice))
        {
            foreach (LatticePoint p in Stencil.Square(3).DoubledPoints.Where(p => p != LatticePoint.Origin))
            {
                RationalIsometry motion = group.Motion(h);
                double expected = motion.Angle + ((motion.Reflects ? -1 : 1) * PolarAngle(group, p));
                double actual = PolarAngle(group, group.Matrix(h).Transform(p));
                Assert.Equal(0, Math.IEEERemainder(actual - expected, 2 * Math.PI), 12);
            }
        }
    });

    [Fact]
    public void The_catalogue_is_found_where_the_rotations_keep_the_lattice()
    {
        Assert.Same(PlaneGroup.P4, PlaneGroup.Cyclic(4));
        Assert.Same(PlaneGroup.P4m, PlaneGroup.Dihedral(4));
        Assert.Same(PlaneGroup.Pmm, PlaneGroup.Dihedral(2));
        Assert.Same(PlaneGroup.P6m, PlaneGroup.Dihedral(6, new HexagonalLattice()));
        Assert.Same(PlaneGroup.P3m1, PlaneGroup.Dihedral(3, new HexagonalLattice()));
        Assert.Equal("D6", PlaneGroup.Dihedral(6).Name);
    }

    [Fact]
    public void The_elements_that_keep_the_lattice_form_its_own_group()
    {
        Assert.Same(PlaneGroup.P4, PlaneGroup.Cyclic(8).LatticeGroup);
        Assert.Same(PlaneGroup.P4m, PlaneGroup.Dihedral(16).LatticeGroup);
        Assert.Same(PlaneGroup.Pmm, PlaneGroup.Dihedral(6).LatticeGroup);
        Assert.Same(PlaneGroup.P1, PlaneGroup.Cyclic(7).LatticeGroup);
        Assert.Same(PlaneGroup.P6m, PlaneGroup.Dihedral(12, new HexagonalLattice()).LatticeGroup);
        Assert.Same(PlaneGroup.P6, PlaneGroup.SO2(1, new HexagonalLattice()).LatticeGroup);
        Assert.Same(PlaneGroup.P4m, PlaneGroup.O2(4).LatticeGroup);
        Assert.All(PlaneGroup.All, group => Assert.Same(group, group.LatticeGroup));
        Assert.Equal([0, 4, 8, 12], PlaneGroup.Cyclic(16).ElementsOf(PlaneGroup.P4));
    }

    [Fact]
    public void Every_point_subgroup_is_a_plane_group_with_the_numbering_of_the_conventions()
    {
        foreach (PlaneGroup group in new[] { PlaneGroup.P4m, PlaneGroup.P6m, PlaneGroup.Dihedral(8) })
        {
            foreach (Subgroup k in Subgroup.AllOf(group.PointGroup))
            {
                PlaneGroup small = group.Subgroup(k);
                Assert.Equal(k.AsGroup(), small.PointGroup);
                Assert.Equal(k.Members, group.ElementsOf(small));
            }
        }

        Assert.Same(PlaneGroup.Cmm, PlaneGroup.P4m.Subgroup(Subgroup.Generated(PlaneGroup.P4m.PointGroup, 2, 5)));
        Message.Says<ArgumentException>(() => PlaneGroup.P4.Subgroup(Subgroup.Trivial(FiniteGroup.Cyclic(3))), "point group C4", "C3");
    }

    [Fact]
    public void Continuous_groups_differ_from_their_stand_ins_and_by_band_limit()
    {
        Assert.NotEqual(PlaneGroup.SO2(2), PlaneGroup.Cyclic(12));
        Assert.NotEqual(PlaneGroup.SO2(1), PlaneGroup.SO2(2));
        Assert.Equal(PlaneGroup.SO2(2), PlaneGroup.SO2(2));
        Assert.Equal(("SO(2)", 12), (PlaneGroup.SO2(2).Name, PlaneGroup.SO2(2).Order));
        Assert.Equal(("O(2)", 48), (PlaneGroup.O2(5).Name, PlaneGroup.O2(5).Order));
        Assert.All(Enumerable.Range(0, 20), k => Assert.True(PlaneGroup.SO2(k).Order > 4 * k));
    }

    [Fact]
    public void A_finite_group_holds_no_continuous_one_whatever_the_stand_in()
    {
        PlaneGroup finite = PlaneGroup.Cyclic(12), all = PlaneGroup.SO2(2);
        Assert.Equal(finite.Order, all.Order);
        Assert.True(all.Contains(finite) && !finite.Contains(all) && PlaneGroup.O2(2).Contains(all));
        Message.Says<ArgumentException>(() => finite.ElementsOf(all), "SO(2) is not a subgroup of C12", "finite");
    }

    [Fact]
    public void A_restriction_to_a_lower_maximum_frequency_keeps_within_it()
    {
        FieldType type = FieldType.Copies(PlaneGroup.SO2(2), ContinuousGroup.SO2.Irrep(2), 1);
        Message.Says<ArgumentException>(() => type.Restrict(PlaneGroup.SO2(1)), "frequencies up to 1", "irrep 2");
    }

    [Fact]
    public void Impossible_groups_are_refused()
    {
        Message.Says<ArgumentOutOfRangeException>(() => PlaneGroup.Cyclic(0), "at least 1 rotation", "0");
        Message.Says<ArgumentOutOfRangeException>(() => PlaneGroup.Cyclic(10_001), "at most 10000", "have 10001", "PlaneGroup.SO2");
        Message.Says<ArgumentOutOfRangeException>(() => PlaneGroup.Cyclic(int.MaxValue), "2147483647 rotations");
        Message.Says<ArgumentOutOfRangeException>(() => PlaneGroup.Dihedral(int.MaxValue), "have 4294967294", "PlaneGroup.O2");
        Message.Says<ArgumentOutOfRangeException>(() => PlaneGroup.SO2(-1), "SO(2)", "-1");
        Message.Says<InvalidOperationException>(() => PlaneGroup.Cyclic(8).Matrix(1), "turn by 1/8", "square lattice", "p4");
        Message.Says<ArgumentOutOfRangeException>(() => new RationalIsometry(1, 0), "1/0");
    }

    [Fact]
    public void Isometries_are_kept_in_lowest_terms_and_print()
    {
        Assert.Equal(new RationalIsometry(1, 4), new RationalIsometry(-6, 8));
        Assert.Equal(new RationalIsometry(0, 1), new RationalIsometry(8, 8));
        Assert.Equal("turn by 1/8", new RationalIsometry(2, 16).ToString());
        Assert.Equal("reflection 1/2", RationalIsometry.LeftRight.ToString());
        Assert.Equal(Math.PI, RationalIsometry.LeftRight.Angle);
    }

    private static double PolarAngle(PlaneGroup group, LatticePoint p)
    {
        (double x, double y) = group.Lattice.Position(p.X, p.Y);
        return Math.Atan2(-y, x);
    }
}
