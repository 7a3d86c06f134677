namespace GCnn.Groups.Tests;

/// <summary>Convolutions in plain integers, by naive sums: commuting is equality.</summary>
public sealed class ConvolutionCommutes
{
    private static readonly PlaneGroup P4m = PlaneGroup.P4m;
    private static readonly FieldType Regular = FieldType.Regular(P4m, 2);

    /// <summary><c>W'[o,h,c,k,u] = W[o,c,fibre(h^-1,k),h^-1 u]</c>, without any index map; the fibre moves by <c>h^-1 k</c>.</summary>
    private static IntegerFilter SumOverTheGroup(int seed, Stencil stencil, Func<int, int, int>? fibre = null)
    {
        fibre ??= P4m.PointGroup.Multiply;
        long[] free = IntegerFilter.RandomWeights(2 * 2 * 8 * stencil.Count, seed);
        return new IntegerFilter(Regular, Regular, stencil, (output, input, u) =>
        {
            (int o, int h) = Math.DivRem(output, 8);
            (int c, int k) = Math.DivRem(input, 8);
            int inverse = P4m.PointGroup.Inverse(h);
            int slot = stencil.Slot(P4m.Matrix(inverse).Transform(u));
            return free[(((((o * 2) + c) * 8) + fibre(inverse, k)) * stencil.Count) + slot];
        });
    }

    [Theory]
    [InlineData(2, 5, 4)]
    [InlineData(3, 4, 4)]
    [InlineData(3, 6, 3)]
    [InlineData(2, 3, 3)]
    public void The_naive_sum_over_the_group_commutes_with_p4m_on_every_shape(int size, int rows, int columns)
    {
        IntegerFilter filter = SumOverTheGroup(size, Stencil.Square(size));
        IntegerField field = IntegerField.Random(Regular, rows, columns, 11);
        Law.Holds(Commutation(field, f => f.Correlate(filter), AllPointElements));
    }

    [Fact]
    public void The_naive_sum_over_the_group_is_the_expanded_filter()
    {
        Stencil stencil = Stencil.Square(3);
        FilterIndexMap map = FilterIndexMap.For(Regular, Regular, stencil);
        IntegerFilter expanded = IntegerFilter.Expand(map, 5);
        IntegerField field = IntegerField.Random(Regular, 4, 5, 12);
        Assert.True(field.Correlate(expanded).SameAs(field.Correlate(SumOverTheGroup(5, stencil))));
    }

    [Fact]
    public void On_a_torus_it_commutes_with_translations_too()
    {
        IntegerFilter filter = SumOverTheGroup(6, Stencil.Square(3));
        IntegerField field = IntegerField.Random(Regular, 4, 3, 13);
        Law.Holds(Commutation(field, f => f.CorrelateOnTorus(filter), WithTranslations));
        Law.IsBrokenBy(Commutation(field, f => f.CorrelateOnTorus(filter, shift: 1), WithTranslations));
    }

    [Fact]
    public void A_filter_without_the_fibre_permutation_does_not_commute()
    {
        IntegerFilter dropped = SumOverTheGroup(7, Stencil.Square(3), fibre: (_, k) => k);
        IntegerField field = IntegerField.Random(Regular, 4, 4, 14);
        Law.IsBrokenBy(Commutation(field, f => f.Correlate(dropped), AllPointElements));
    }

    [Theory]
    [MemberData(nameof(Examples.PlaneGroups), MemberType = typeof(Examples))]
    public void Lifting_then_group_convolution_then_projection_commutes_for_every_group(string name)
    {
        PlaneGroup group = PlaneGroup.Named(name);
        FieldType[] types =
            [FieldType.Trivial(group, 2), FieldType.Regular(group, 1), FieldType.Regular(group, 1), FieldType.Trivial(group, 1)];
        IntegerFilter[] filters =
            [.. types.Zip(types.Skip(1), (a, b) => IntegerFilter.Expand(FilterIndexMap.For(a, b, Examples.Stencils(group).ElementAt(1)), 21))];
        (int rows, int columns) = group.Lattice is HexagonalLattice ? (9, 9) : (4, 6);
        IntegerField field = IntegerField.Random(types[0], rows, columns, 22);
        Law.Holds(Commutation(field, f => filters.Aggregate(f, (x, filter) => x.Correlate(filter)), AllPointElements));
    }

    private static IEnumerable<PlaneGroupElement> AllPointElements(PlaneGroup group) =>
        group.PointGroup.Elements.Select(h => group.Element(LatticePoint.Origin, h.Index));

    private static IEnumerable<PlaneGroupElement> WithTranslations(PlaneGroup group) =>
        group.PointGroup.Elements.Select(h => group.Element(new LatticePoint(h.Index - 3, (2 * h.Index) + 1), h.Index));

    private static string? Commutation(
        IntegerField field, Func<IntegerField, IntegerField> layer, Func<PlaneGroup, IEnumerable<PlaneGroupElement>> elements) =>
        (from g in elements(field.Type.Group)
         where !layer(field.Act(g)).SameAs(layer(field).Act(g))
         select $"the layer does not commute with {g}").FirstOrDefault();
}
