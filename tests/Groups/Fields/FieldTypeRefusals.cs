using MathNet.Numerics.LinearAlgebra;

namespace GCnn.Groups.Tests;

public sealed class FieldTypeRefusals
{
    private static readonly PlaneGroup P4m = PlaneGroup.P4m;

    [Fact]
    public void A_representation_of_another_group_is_refused()
    {
        Message.Says<ArgumentException>(
            () => FieldType.Of(P4m, new RegularRepresentation(FiniteGroup.Cyclic(4))), "p4m", "point group D4", "'regular' represents C4");
        Message.Says<ArgumentException>(() => FieldType.Quotient(P4m, Subgroup.Trivial(FiniteGroup.Cyclic(4)), 1), "D4", "C4");
    }

    [Fact]
    public void No_fields_are_refused()
    {
        Message.Says<ArgumentException>(() => FieldType.Of(P4m), "p4m", "at least one field");
        Message.Says<ArgumentOutOfRangeException>(() => FieldType.Regular(P4m, 0), "at least 1 field", "0 of kind 'regular'");
    }

    [Fact]
    public void The_sum_over_two_groups_is_refused() =>
        Message.Says<ArgumentException>(
            () => FieldType.Regular(P4m, 1) + FieldType.Regular(PlaneGroup.P4, 1), "'p4m: 1 regular' and 'p4: 1 regular'", "another group");

    [Fact]
    public void Unknown_fields_and_channels_are_refused()
    {
        FieldType type = FieldType.Regular(P4m, 2);
        Message.Says<ArgumentOutOfRangeException>(() => type.Offset(2), "no field 2", "it has 2, numbered 0 to 1");
        Message.Says<ArgumentOutOfRangeException>(() => type.FieldOf(16), "no channel 16", "0 to 15");
        Message.Says<ArgumentOutOfRangeException>(() => type.Act(8, 0), "no element 8");
    }

    [Fact]
    public void A_field_that_does_not_permute_has_no_images_and_no_orbits()
    {
        FieldType type = FieldType.Of(P4m, new TrivialRepresentation(P4m.PointGroup), new SignRepresentation(P4m));
        Assert.False(type.IsPermutation);
        Assert.True(FieldType.Regular(P4m, 1).IsPermutation);
        string[] parts = ["'sign'", "p4m: 1 trivial + 1 sign", "Representation.Matrix"];
        Message.Says<InvalidOperationException>(() => type.Act(1, 1), parts);
        Message.Says<InvalidOperationException>(() => type.ChannelSources(1), parts);
        Message.Says<InvalidOperationException>(() => type.Orbits, parts);
        Message.Says<InvalidOperationException>(() => type.OrbitOfChannel, parts);
    }

    [Fact]
    public void Fields_of_SO2_stay_within_their_band_limit()
    {
        PlaneGroup continuous = PlaneGroup.SO2(2);
        IReadOnlyList<Irrep> irreps = Irreps.Of(continuous.PointGroup);
        Assert.Equal(5, FieldType.Of(continuous, irreps[0], irreps[1], irreps[2]).Channels);
        Message.Says<ArgumentException>(() => FieldType.Of(continuous, irreps[3]), "SO(2)", "up to 2", "'irrep 3'", "higher maximum");
        Message.Says<ArgumentException>(() => FieldType.Regular(continuous, 1), "no finite regular fields");
        Message.Says<ArgumentException>(() => FieldType.Of(continuous, irreps[1] + irreps[4]), "holds 'irrep 4'");
        Message.Says<ArgumentException>(
            () => FieldType.Of(continuous, [.. Irreps.Numerically(continuous.PointGroup).Where(irrep => irrep.Dimension == 2)]), "holds");
        Message.Says<ArgumentException>(
            () => FieldType.Copies(continuous, ContinuousGroup.SO2.BandLimitedRegular(3), 1), "SO(2)", "up to 2", "holds 'irrep 3'");
        Message.Says<ArgumentException>(
            () => FieldType.Copies(continuous, ContinuousGroup.O2.Irrep(1), 1), "represents O(2)", "a field of SO(2)", "PlaneGroup.O2");
        Message.Says<ArgumentException>(
            () => FieldType.Copies(PlaneGroup.Cyclic(12), ContinuousGroup.SO2.Irrep(1), 1), "represents SO(2)", "a field of C12");
    }

    [Fact]
    public void Representations_that_are_not_orthogonal_are_refused()
    {
        PlaneGroup p3 = PlaneGroup.P3, p4 = PlaneGroup.P4;
        Message.Says<ArgumentException>(
            () => FieldType.Of(p3, new OwnMatrices(p3)), "p3", "orthogonal matrices", "element 1", "'own matrices'", "orthonormal basis");
        Message.Says<ArgumentException>(
            () => FieldType.Of(p3, new TrivialRepresentation(p3.PointGroup) + new OwnMatrices(p3)), "orthogonal matrices");

        // On squares the same matrices are orthogonal.
        Assert.Equal(2, FieldType.Of(p4, new OwnMatrices(p4)).Channels);
    }

    /// <summary>The point group by its integer matrices, which keep the lattice's metric and not the identity's.</summary>
    private sealed record OwnMatrices(PlaneGroup Plane) : Representation(Plane.PointGroup)
    {
        public override string Name => "own matrices";

        public override int Dimension => 2;

        public override Matrix<double> Matrix(int g)
        {
            IntegerMatrix m = Plane.Matrix(g);
            return Matrix<double>.Build.DenseOfRowArrays([m.A, m.B], [m.C, m.D]);
        }
    }
}
