namespace GCnn.Groups.Tests;

public sealed class PlaneGroupConstruction
{
    [Fact]
    public void The_catalogue_lists_thirteen_different_groups_by_name()
    {
        Assert.Equal("p1 p2 pm cm pmm cmm p4 p4m p3 p3m1 p31m p6 p6m", string.Join(' ', PlaneGroup.All));
        Assert.Equal(13, PlaneGroup.All.Distinct().Count());
        Assert.Equal(
            PlaneGroup.All,
            [
                PlaneGroup.P1, PlaneGroup.P2, PlaneGroup.Pm, PlaneGroup.Cm, PlaneGroup.Pmm, PlaneGroup.Cmm, PlaneGroup.P4, PlaneGroup.P4m,
                PlaneGroup.P3, PlaneGroup.P3m1, PlaneGroup.P31m, PlaneGroup.P6, PlaneGroup.P6m,
            ]);
    }

    [Fact]
    public void An_unknown_name_is_refused_with_the_list_of_names() =>
        Message.Says<ArgumentException>(() => PlaneGroup.Named("p5"), "'p5'", "p1, p2, pm, cm, pmm, cmm, p4, p4m");

    [Fact]
    public void Other_generators_give_the_same_points_in_another_order()
    {
        PlaneGroup p6m = PlaneGroup.FromGenerators("p6m", new HexagonalLattice(), PlaneGroup.P6.Matrix(1), new(0, 1, 1, 0));
        Assert.Equal(FiniteGroup.Dihedral(6), p6m.PointGroup);
        Assert.NotEqual(PlaneGroup.P6m, p6m);
        Assert.True(p6m.Contains(PlaneGroup.P6m) && PlaneGroup.P6m.Contains(p6m));
        Law.Holds(Law.OfHomomorphisms(p6m.PointGroup, p6m.Matrix, (m, n) => m * n));
    }

    [Fact]
    public void A_generator_of_another_lattice_is_refused()
    {
        Message.Says<ArgumentException>(
            () => PlaneGroup.FromGenerators("p6", new SquareLattice(), PlaneGroup.P6.Matrix(1)),
            "p6", "rotation [[1, 1], [-1, 0]]", "does not keep the metric of the square lattice", "another lattice");
        Message.Says<ArgumentException>(
            () => PlaneGroup.FromGenerators("pm", new HexagonalLattice(), IntegerMatrix.Identity, new(-1, 0, 0, 1)),
            "reflection [[-1, 0], [0, 1]]", "hexagonal lattice");
    }

    [Fact]
    public void Rotation_and_reflection_exchanged_are_refused()
    {
        Message.Says<ArgumentException>(
            () => PlaneGroup.FromGenerators("pm", new SquareLattice(), new(-1, 0, 0, 1)), "rotation", "determinant -1", "exchanged");
        Message.Says<ArgumentException>(
            () => PlaneGroup.FromGenerators("pm", new SquareLattice(), new(-1, 0, 0, -1), IntegerMatrix.Identity), "reflection",
            "determinant 1");
    }
}
