namespace GCnn.Groups.Tests;

public sealed class FieldTypeLaws
{
    private static readonly PlaneGroup P4m = PlaneGroup.P4m;
    private static readonly Subgroup Reflection = Subgroup.Generated(P4m.PointGroup, 4);

    private static FieldType Mixed => FieldType.Trivial(P4m, 3) + FieldType.Regular(P4m, 2) + FieldType.Quotient(P4m, Reflection, 1);

    [Fact]
    public void Channels_are_the_offset_of_the_field_plus_the_index_inside_it()
    {
        Assert.Equal(3 + (2 * 8) + 4, Mixed.Channels);
        Assert.Equal([0, 1, 2, 3, 11, 19], Enumerable.Range(0, 6).Select(Mixed.Offset));
        int[] fields = [0, 1, 2, .. Enumerable.Repeat(3, 8), .. Enumerable.Repeat(4, 8), 5, 5, 5, 5];
        Assert.Equal(fields, Enumerable.Range(0, Mixed.Channels).Select(Mixed.FieldOf));
    }

    [Fact]
    public void Blocks_are_the_longest_runs_of_one_kind()
    {
        FieldType type = FieldType.Trivial(P4m, 1) + Mixed + FieldType.Trivial(P4m, 1);
        Assert.Equal(
            [
                new FieldBlock(0, 4, 0, new TrivialRepresentation(P4m.PointGroup)),
                new FieldBlock(4, 2, 4, new RegularRepresentation(P4m.PointGroup)),
                new FieldBlock(6, 1, 20, new QuotientRepresentation(Reflection)),
                new FieldBlock(7, 1, 24, new TrivialRepresentation(P4m.PointGroup)),
            ],
            type.Blocks);
        Assert.Equal([4, 16, 4, 1], type.Blocks.Select(block => block.Channels));
    }

    [Theory]
    [MemberData(nameof(Examples.PlaneGroups), MemberType = typeof(Examples))]
    public void Channel_sources_are_the_block_diagonal_matrix(string name)
    {
        FieldType type = FieldType.Of(PlaneGroup.Named(name), [.. Examples.Representations(PlaneGroup.Named(name).PointGroup)]);
        foreach (GroupElement g in type.Group.PointGroup.Elements)
        {
            Law.Holds(AgreesWithMatrices(type, g.Index, type.ChannelSources(g.Index)));
        }
    }

    [Fact]
    public void Channel_targets_in_place_of_sources_are_rejected()
    {
        FieldType type = FieldType.Regular(P4m, 1);
        Law.IsBrokenBy(AgreesWithMatrices(type, 1, [.. Enumerable.Range(0, 8).Select(c => (long)type.Act(1, c))]));
    }

    [Theory]
    [MemberData(nameof(Examples.PlaneGroups), MemberType = typeof(Examples))]
    public void Channels_move_as_the_elements_multiply(string name)
    {
        FieldType type = FieldType.Of(PlaneGroup.Named(name), [.. Examples.Representations(PlaneGroup.Named(name).PointGroup)]);
        Law.Holds(Law.OfActions(type.Group.PointGroup, type.Channels, type.Act));
    }

    [Fact]
    public void A_bias_is_one_number_per_orbit_of_each_field()
    {
        Assert.Equal(6, Mixed.Orbits);
        Assert.Equal(Enumerable.Range(0, Mixed.Channels).Select(c => (long)Mixed.FieldOf(c)), Mixed.OrbitOfChannel);
        Assert.All(P4m.PointGroup.Elements, g => Assert.All(
            Enumerable.Range(0, Mixed.Channels), c => Assert.Equal(Mixed.OrbitOfChannel[c], Mixed.OrbitOfChannel[Mixed.Act(g.Index, c)])));
    }

    [Fact]
    public void The_direct_sum_lists_the_fields_of_both()
    {
        FieldType sum = FieldType.Regular(P4m, 1) + FieldType.Regular(P4m, 2);
        Assert.Equal(FieldType.Regular(P4m, 3), sum);
        Assert.Equal(3, sum.Fields.Count);
        Assert.NotEqual(FieldType.Trivial(P4m, 1) + sum, sum + FieldType.Trivial(P4m, 1));
    }

    [Fact]
    public void Field_types_are_equal_by_group_and_fields()
    {
        Assert.Equal(Mixed, Mixed);
        Assert.Equal(Mixed.GetHashCode(), Mixed.GetHashCode());
        Assert.NotEqual(FieldType.Regular(PlaneGroup.Pm, 1), FieldType.Regular(PlaneGroup.Cm, 1));
        Assert.NotEqual(FieldType.Regular(P4m, 1), FieldType.Regular(P4m, 2));
        Assert.False(Mixed.Equals((object?)null));
    }

    [Fact]
    public void A_field_type_prints_its_group_and_blocks() =>
        Assert.Equal("p4m: 3 trivial + 2 regular + 1 quotient D4/{0,4}", Mixed.ToString());

    private static string? AgreesWithMatrices(FieldType type, int g, long[] sources)
    {
        for (int row = 0; row < type.Channels; row++)
        {
            for (int column = 0; column < type.Channels; column++)
            {
                int field = type.FieldOf(row);
                int offset = type.Offset(field);
                double entry = type.FieldOf(column) == field ? type.Fields[field].Matrix(g)[row - offset, column - offset] : 0;
                if (entry != (sources[row] == column ? 1 : 0))
                {
                    return $"entry ({row}, {column}) of rho({g}) is {entry}";
                }
            }
        }

        return null;
    }

    [Fact]
    public void A_restricted_type_has_the_same_channels_and_the_matrices_of_the_subgroup()
    {
        foreach (PlaneGroup group in new[] { PlaneGroup.P4m, PlaneGroup.P6m, PlaneGroup.Dihedral(8) })
        {
            FieldType type = FieldType.Trivial(group, 2) + FieldType.Regular(group, 1) + FieldType.Of(group, [.. Irreps.Of(group.PointGroup)]);
            foreach (PlaneGroup small in Subgroup.AllOf(group.PointGroup).Select(group.Subgroup).Append(group.LatticeGroup))
            {
                FieldType restricted = type.Restrict(small);
                Assert.Equal((small, type.Channels, type.Fields.Count), (restricted.Group, restricted.Channels, restricted.Fields.Count));
                int[] into = group.ElementsOf(small);
                Assert.All(Enumerable.Range(0, small.Order), h => Assert.All(
                    type.Fields.Zip(restricted.Fields),
                    pair => Assert.Equal(pair.First.Matrix(into[h]), pair.Second.Matrix(h))));
            }
        }

        Assert.True(FieldType.Regular(PlaneGroup.P4m, 1).Restrict(PlaneGroup.Cm).IsPermutation);
        Message.Says<ArgumentException>(() => FieldType.Regular(PlaneGroup.P4, 1).Restrict(PlaneGroup.Pm), "pm is not a subgroup of p4");
    }

    [Fact]
    public void Fields_of_a_continuous_group_turn_by_its_own_matrices()
    {
        foreach ((PlaneGroup plane, ContinuousGroup group) in new (PlaneGroup, ContinuousGroup)[]
            { (PlaneGroup.SO2(2), ContinuousGroup.SO2), (PlaneGroup.O2(2, new HexagonalLattice()), ContinuousGroup.O2) })
        {
            ContinuousRepresentation regular = group.BandLimitedRegular(2);
            FieldType type = FieldType.Copies(plane, regular, 3);
            Assert.Equal(3 * regular.Dimension, type.Channels);
            int rotations = group.HasReflections ? plane.Order / 2 : plane.Order;
            Assert.All(Enumerable.Range(0, plane.Order), g => Assert.InRange(
                (type.Fields[0].Matrix(g) - regular.Matrix(group.Element(rotations, g))).InfinityNorm(), 0, 1e-14));
        }
    }
}
