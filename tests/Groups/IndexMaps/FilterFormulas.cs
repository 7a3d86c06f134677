namespace GCnn.Groups.Tests;

/// <summary>The two formulas of CONVENTIONS.md, literally, on the flat free weights.</summary>
public sealed class FilterFormulas
{
    public static TheoryData<string, int> Cases
    {
        get
        {
            TheoryData<string, int> cases = [];
            foreach (PlaneGroup plane in PlaneGroup.All)
            {
                for (int stencil = 0; stencil < Examples.Stencils(plane).Count(); stencil++)
                {
                    cases.Add(plane.Name, stencil);
                }
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Lifting_is_W_of_o_c_and_the_inverse_image_of_u(string name, int number)
    {
        PlaneGroup plane = PlaneGroup.Named(name);
        Stencil stencil = Examples.Stencils(plane).ElementAt(number);
        (int points, int box) = (stencil.Count, stencil.Rows * stencil.Columns);
        FilterIndexMap map = FilterIndexMap.For(FieldType.Trivial(plane, 3), FieldType.Regular(plane, 2), stencil);
        Assert.Equal(2 * 3 * points, map.FreeCount);
        foreach ((int o, int h, int c, int u, int inverseOfU) in
            from o in Enumerable.Range(0, 2)
            from h in Enumerable.Range(0, plane.Order)
            from c in Enumerable.Range(0, 3)
            from point in stencil.DoubledPoints
            select (o, h, c, stencil.Slot(point), Moved(plane, stencil, plane.PointGroup.Inverse(h), point)))
        {
            Assert.Equal((((o * 3) + c) * points) + inverseOfU, map.Sources[(((((o * plane.Order) + h) * 3) + c) * box) + u]);
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Group_convolution_is_W_of_o_c_and_the_inverse_images_of_k_and_u(string name, int number)
    {
        PlaneGroup plane = PlaneGroup.Named(name);
        (Stencil stencil, FiniteGroup points) = (Examples.Stencils(plane).ElementAt(number), plane.PointGroup);
        FilterIndexMap map = FilterIndexMap.For(FieldType.Regular(plane, 2), FieldType.Regular(plane, 2), stencil);
        int n = plane.Order;
        Assert.Equal(2 * 2 * n * stencil.Count, map.FreeCount);
        foreach ((int o, int h, int c, int k, LatticePoint u) in
            from o in Enumerable.Range(0, 2)
            from h in Enumerable.Range(0, n)
            from c in Enumerable.Range(0, 2)
            from k in Enumerable.Range(0, n)
            from point in stencil.DoubledPoints
            select (o, h, c, k, point))
        {
            int inverse = points.Inverse(h);
            int textbook = (((((o * 2) + c) * n) + points.Multiply(inverse, k)) * stencil.Count) + Moved(plane, stencil, inverse, u);
            int tap = (((((((o * n) + h) * 2) + c) * n) + k) * stencil.Rows * stencil.Columns) + stencil.Slot(u);
            Assert.Equal(textbook, map.Sources[tap]);
        }
    }

    [Fact]
    public void Places_outside_the_stencil_read_the_zero_slot()
    {
        FieldType scalar = FieldType.Trivial(PlaneGroup.P4m, 1);
        FilterIndexMap map = FilterIndexMap.For(scalar, scalar, Examples.Cross);
        Assert.Equal([2, 0, 2, 0, 1, 0, 2, 0, 2], map.Sources);
        Assert.Equal((2, 5), (map.FreeCount, map.FanIn));
    }

    [Fact]
    public void Free_weights_are_numbered_output_field_first_then_input_field()
    {
        PlaneGroup p4 = PlaneGroup.P4;
        FieldType mixed = FieldType.Trivial(p4, 1) + FieldType.Regular(p4, 1);
        FilterIndexMap map = FilterIndexMap.For(mixed, mixed, Stencil.Square(1));
        Assert.Equal(
            [
                0, 1, 1, 1, 1,
                2, 3, 4, 5, 6,
                2, 6, 3, 4, 5,
                2, 5, 6, 3, 4,
                2, 4, 5, 6, 3,
            ],
            map.Sources);
    }

    /// <summary>The place of the moved point among the stencil's points.</summary>
    private static int Moved(PlaneGroup plane, Stencil stencil, int element, LatticePoint point) =>
        stencil.DoubledPoints.Index().First(p => p.Item == plane.Matrix(element).Transform(point)).Index;
}
