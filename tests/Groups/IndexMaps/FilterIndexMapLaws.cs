namespace GCnn.Groups.Tests;

public sealed class FilterIndexMapLaws
{
    [Theory]
    [MemberData(nameof(Examples.PlaneGroups), MemberType = typeof(Examples))]
    public void Expanded_filters_commute_with_every_element_for_all_pairs_of_representations(string name)
    {
        PlaneGroup group = PlaneGroup.Named(name);
        int seed = 0;
        foreach ((FieldType input, FieldType output) in Pairs(group))
        {
            foreach (Stencil stencil in Examples.Stencils(group))
            {
                Law.Holds(IntegerFilter.Expand(FilterIndexMap.For(input, output, stencil), seed++).Violation());
            }
        }
    }

    [Theory]
    [MemberData(nameof(Examples.PlaneGroups), MemberType = typeof(Examples))]
    public void The_number_of_free_weights_is_the_dimension_by_the_character_formula(string name)
    {
        PlaneGroup group = PlaneGroup.Named(name);
        foreach ((FieldType input, FieldType output) in Pairs(group))
        {
            foreach (Stencil stencil in Examples.Stencils(group))
            {
                double sum = group.PointGroup.Elements.Sum(h =>
                    output.Fields.Sum(rho => rho.Character(h.Index)) * input.Fields.Sum(rho => rho.Character(h.Index))
                    * stencil.DoubledPoints.Count(u => group.Matrix(h.Index).Transform(u) == u));
                Assert.Equal(sum / group.Order, FilterIndexMap.For(input, output, stencil).FreeCount);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Examples.PlaneGroups), MemberType = typeof(Examples))]
    public void Mixed_field_types_commute_and_use_every_free_weight(string name)
    {
        PlaneGroup group = PlaneGroup.Named(name);
        Subgroup k = Subgroup.AllOf(group.PointGroup)[^1];
        FieldType input = FieldType.Trivial(group, 2) + FieldType.Regular(group, 2) + FieldType.Trivial(group, 1);
        FieldType output = FieldType.Regular(group, 1) + FieldType.Quotient(group, k, 2) + FieldType.Regular(group, 1);
        foreach (Stencil stencil in Examples.Stencils(group))
        {
            FilterIndexMap map = FilterIndexMap.For(input, output, stencil);
            Law.Holds(IntegerFilter.Expand(map, 7).Violation());
            IEnumerable<long> used = map.Sources.Distinct().Order();
            int zeroSlot = stencil.Count == stencil.Rows * stencil.Columns ? 0 : 1;
            Assert.Equal(Enumerable.Range(0, map.FreeCount + zeroSlot).Select(i => (long)i), used);
        }
    }

    [Fact]
    public void The_law_rejects_a_wrong_inverse()
    {
        PlaneGroup group = PlaneGroup.P4;
        long[] free = IntegerFilter.RandomWeights(9, 1);
        IntegerFilter Lifting(Func<int, int> turn) => new(
            FieldType.Trivial(group, 1), FieldType.Regular(group, 1), Stencil.Square(3),
            (h, _, u) => free[Stencil.Square(3).Slot(group.Matrix(turn(h)).Transform(u))]);
        Law.Holds(Lifting(group.PointGroup.Inverse).Violation());
        Law.IsBrokenBy(Lifting(h => h).Violation());
    }

    [Fact]
    public void The_law_rejects_a_dropped_fibre_permutation()
    {
        PlaneGroup group = PlaneGroup.P4m;
        FieldType regular = FieldType.Regular(group, 1);
        long[] free = IntegerFilter.RandomWeights(72, 2);
        IntegerFilter Group(Func<int, int, int> fibre) => new(regular, regular, Stencil.Square(3), (h, k, u) =>
            free[(9 * fibre(h, k)) + Stencil.Square(3).Slot(group.Matrix(group.PointGroup.Inverse(h)).Transform(u))]);
        Law.Holds(Group((h, k) => group.PointGroup.Multiply(group.PointGroup.Inverse(h), k)).Violation());
        Law.IsBrokenBy(Group((_, k) => k).Violation());
    }

    [Fact]
    public void The_law_rejects_a_filter_off_centre()
    {
        FieldType regular = FieldType.Regular(PlaneGroup.P4m, 1);
        IntegerFilter filter = IntegerFilter.Expand(FilterIndexMap.For(regular, regular, Stencil.Square(3)), 3);
        IntegerFilter shifted = new(regular, regular, filter.Stencil, (o, i, u) =>
            filter[o, i, u.X == 2 ? u with { X = -2 } : u with { X = u.X + 2 }]);
        Law.IsBrokenBy(shifted.Violation());
    }

    [Fact]
    public void Every_row_into_a_regular_field_reads_each_free_weight_at_most_once()
    {
        foreach (FieldType input in Pairs(PlaneGroup.P4m).Select(pair => pair.Input).Distinct())
        {
            FilterIndexMap map = FilterIndexMap.For(input, FieldType.Regular(PlaneGroup.P4m, 1), Stencil.Square(3));
            Assert.Equal(input.Channels * 9, map.FanIn);
            Assert.All(map.Sources.Chunk(map.FanIn), row => Assert.Equal(map.FanIn, row.Distinct().Count()));
        }
    }

    [Fact]
    public void Maps_are_equal_by_types_and_stencil()
    {
        FieldType regular = FieldType.Regular(PlaneGroup.P4, 1);
        FilterIndexMap map = FilterIndexMap.For(regular, regular, Stencil.Square(3));
        Assert.Equal(map, FilterIndexMap.For(regular, regular, Stencil.Rectangle(3, 3)));
        Assert.Equal(map.GetHashCode(), FilterIndexMap.For(regular, regular, Stencil.Square(3)).GetHashCode());
        Assert.NotEqual(map, FilterIndexMap.For(regular, regular, Stencil.Square(5)));
        Assert.False(map.Equals((object?)null));
        Assert.Equal("p4: 1 regular -> p4: 1 regular, 3 x 3 stencil", map.ToString());
    }

    private static IEnumerable<(FieldType Input, FieldType Output)> Pairs(PlaneGroup plane) =>
        from input in Examples.Representations(plane.PointGroup)
        from output in Examples.Representations(plane.PointGroup)
        select (FieldType.Of(plane, input), FieldType.Of(plane, output));
}
