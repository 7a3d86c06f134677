namespace GCnn.Groups.Tests;

public sealed class PlaneGroupLaws
{
    [Theory]
    [MemberData(nameof(Examples.PlaneGroups), MemberType = typeof(Examples))]
    public void Matrices_multiply_as_the_elements_do_and_keep_the_metric(string name)
    {
        PlaneGroup group = PlaneGroup.Named(name);
        Law.Holds(Law.OfHomomorphisms(group.PointGroup, group.Matrix, (m, n) => m * n));
        Assert.All(group.PointGroup.Elements, h => Assert.True(group.Lattice.IsPreservedBy(group.Matrix(h.Index))));
        Assert.Equal(group.Order, group.PointGroup.Elements.Select(h => group.Matrix(h.Index)).Distinct().Count());
    }

    [Fact]
    public void The_transposed_matrices_of_p4m_are_not_a_homomorphism() =>
        Law.IsBrokenBy(Law.OfHomomorphisms(PlaneGroup.P4m.PointGroup, h => PlaneGroup.P4m.Matrix(h).Transpose, (m, n) => m * n));

    [Theory]
    [InlineData("p1", "1", "C1")]
    [InlineData("p2", "1 2", "C2")]
    [InlineData("pm", "1 2", "D1")]
    [InlineData("cm", "1 2", "D1")]
    [InlineData("pmm", "1 2 2 2", "D2")]
    [InlineData("cmm", "1 2 2 2", "D2")]
    [InlineData("p4", "1 4 2 4", "C4")]
    [InlineData("p4m", "1 4 2 4 2 2 2 2", "D4")]
    [InlineData("p3", "1 3 3", "C3")]
    [InlineData("p3m1", "1 3 3 2 2 2", "D3")]
    [InlineData("p31m", "1 3 3 2 2 2", "D3")]
    [InlineData("p6", "1 6 3 2 3 6", "C6")]
    [InlineData("p6m", "1 6 3 2 3 6 2 2 2 2 2 2", "D6")]
    public void Element_orders_follow_the_conventions(string name, string orders, string pointGroup)
    {
        PlaneGroup group = PlaneGroup.Named(name);
        Assert.Equal(orders, string.Join(' ', group.PointGroup.Elements.Select(h => h.Order)));
        Assert.Equal(pointGroup, group.PointGroup.Name);
        Assert.Equal(group.PointGroup.Order, group.Order);
    }

    [Fact]
    public void A_quarter_turn_takes_right_to_up_and_the_reflections_are_the_pinned_ones()
    {
        Assert.Equal(new LatticePoint(0, -1), PlaneGroup.P4.Matrix(1).Transform(new LatticePoint(1, 0)));
        Assert.Equal(new LatticePoint(-1, 0), PlaneGroup.P4m.Matrix(4).Transform(new LatticePoint(1, 0)));
        Assert.Equal(new LatticePoint(-1, 0), PlaneGroup.Pm.Matrix(1).Transform(new LatticePoint(1, 0)));
        Assert.Equal(new LatticePoint(0, 1), PlaneGroup.Cm.Matrix(1).Transform(new LatticePoint(1, 0)));
        Assert.Equal(new LatticePoint(0, 1), PlaneGroup.Cmm.Matrix(2).Transform(new LatticePoint(1, 0)));
        Assert.Equal(new LatticePoint(-1, 0), PlaneGroup.Pmm.Matrix(2).Transform(new LatticePoint(1, 0)));
    }

    [Fact]
    public void Elements_are_powers_of_r_and_then_those_times_s()
    {
        (IntegerMatrix r, IntegerMatrix s) = (PlaneGroup.P4m.Matrix(1), PlaneGroup.P4m.Matrix(4));
        Assert.Equal(
            [IntegerMatrix.Identity, r, r * r, r * r * r, s, r * s, r * r * s, r * r * r * s],
            Enumerable.Range(0, 8).Select(PlaneGroup.P4m.Matrix));
        Assert.Equal(r.Inverse, s * r * s);
    }

    [Fact]
    public void Rotations_and_elements_that_swap_the_axes_are_told_apart()
    {
        Assert.Equal([true, true, true, true, false, false, false, false], Enumerable.Range(0, 8).Select(PlaneGroup.P4m.IsRotation));
        Assert.Equal([false, true, false, true, false, true, false, true], Enumerable.Range(0, 8).Select(PlaneGroup.P4m.SwapsAxes));
        Assert.Equal(-1, PlaneGroup.Cm.Determinant(1));
        Assert.True(PlaneGroup.Cm.SwapsAxes(1));
        Assert.False(PlaneGroup.Pm.SwapsAxes(1));
        Assert.False(PlaneGroup.P6.SwapsAxes(1));
    }

    [Fact]
    public void The_embedding_of_a_subgroup_keeps_matrices_and_products()
    {
        foreach (PlaneGroup group in PlaneGroup.All)
        {
            foreach (PlaneGroup small in PlaneGroup.All.Where(group.Contains))
            {
                int[] into = group.ElementsOf(small);
                Assert.All(small.PointGroup.Elements, h => Assert.Equal(small.Matrix(h.Index), group.Matrix(into[h.Index])));
                Law.Holds(Law.OfHomomorphisms(small.PointGroup, h => into[h], group.PointGroup.Multiply));
            }
        }

        Assert.Equal([0, 2, 5, 7], PlaneGroup.P4m.ElementsOf(PlaneGroup.Cmm));
        Assert.Equal([0, 4], PlaneGroup.P4m.ElementsOf(PlaneGroup.Pm));
    }

    [Fact]
    public void Containment_is_by_matrix_and_not_by_abstract_group()
    {
        Assert.All(
            PlaneGroup.All.Where(group => group.Lattice is SquareLattice),
            group => Assert.True(PlaneGroup.P4m.Contains(group) && group.Contains(PlaneGroup.P1)));
        Assert.All(PlaneGroup.All.Where(group => group.Lattice is HexagonalLattice), group => Assert.True(PlaneGroup.P6m.Contains(group)));
        Assert.False(PlaneGroup.P4m.Contains(PlaneGroup.P6));
        Assert.False(PlaneGroup.P31m.Contains(PlaneGroup.P3m1));
        Assert.False(PlaneGroup.Pmm.Contains(PlaneGroup.Cm));
        Assert.True(PlaneGroup.Cmm.Contains(PlaneGroup.Cm));
        Assert.False(PlaneGroup.P4.Contains(PlaneGroup.P4m));
    }

    [Fact]
    public void Groups_are_equal_by_lattice_and_matrices()
    {
        Assert.Equal(PlaneGroup.Pm.PointGroup, PlaneGroup.Cm.PointGroup);
        Assert.NotEqual(PlaneGroup.Pm, PlaneGroup.Cm);
        PlaneGroup again = PlaneGroup.FromGenerators("mine", new SquareLattice(), new(0, 1, -1, 0), new(-1, 0, 0, 1));
        Assert.Equal(PlaneGroup.P4m, again);
        Assert.Equal(PlaneGroup.P4m.GetHashCode(), again.GetHashCode());
        Assert.NotEqual(PlaneGroup.P2, PlaneGroup.FromGenerators("p2", new HexagonalLattice(), new(-1, 0, 0, -1)));
        Assert.False(again.Equals((object?)null));
    }

    [Fact]
    public void What_is_not_a_subgroup_has_no_embedding()
    {
        Message.Says<ArgumentException>(() => PlaneGroup.P4.ElementsOf(PlaneGroup.Pm), "pm is not a subgroup of p4", "reflection 1/2");
        PlaneGroup hexagonal = PlaneGroup.FromGenerators("p2", new HexagonalLattice(), new(-1, 0, 0, -1));
        Message.Says<ArgumentException>(() => PlaneGroup.P4.ElementsOf(hexagonal), "hexagonal lattice", "square lattice");
        Assert.False(PlaneGroup.P4.Contains(hexagonal));
    }

    [Fact]
    public void An_unknown_point_element_is_refused()
    {
        Message.Says<ArgumentOutOfRangeException>(() => PlaneGroup.P4.Matrix(4), "C4", "no element 4");
        Message.Says<ArgumentOutOfRangeException>(() => PlaneGroup.P4.Element(default, 4), "no element 4");
    }
}
