using GCnn.Actions;
using GCnn.Groups;
using TorchSharp;

namespace GCnn.Augment.Tests;

public class RandomPointElementLaws
{
    public static TheoryData<string> PlaneGroups => [.. PlaneGroup.All.Select(g => g.Name)];

    [Theory]
    [MemberData(nameof(PlaneGroups))]
    public void Draws_every_element_as_often(string name)
    {
        RandomPointElement augmentation = new(PlaneGroup.Named(name));
        int[] drawn = [.. Examples.Streams(8000).Select(stream => Element(augmentation.Draw(stream)))];

        // The 99.9 % point of chi-square with 11 degrees of freedom is 31.3; with fewer it is less.
        Assert.True(Examples.ChiSquare(drawn, augmentation.Group.Order) < 31.3);
    }

    [Fact]
    public void The_chi_square_test_rejects_a_draw_that_misses_an_element()
    {
        int[] drawn = [.. Examples.Streams(8000).Select(stream => stream.NextIndex(11))];
        Assert.True(Examples.ChiSquare(drawn, 12) > 31.3);
    }

    [Theory]
    [MemberData(nameof(PlaneGroups))]
    public void Acts_on_each_image_as_the_core_does(string name)
    {
        var group = PlaneGroup.Named(name);
        int[] elements = [.. Enumerable.Range(0, group.Order)];
        int side = group.Lattice is HexagonalLattice ? 7 : 6;
        torch.Tensor images = Examples.Images(group.Order, side, side);
        torch.Tensor moved = Apply(group, images, elements);
        foreach (int h in elements)
        {
            Assert.True(Examples.Same(images.narrow(0, h, 1).Transform(FieldType.Trivial(group, 3), h), moved.narrow(0, h, 1)));
        }
    }

    [Theory]
    [MemberData(nameof(PlaneGroups))]
    public void Exact_elements_compose_as_the_group_does(string name) =>
        Assert.Null(CompositionViolation(PlaneGroup.Named(name), (group, g, h) => group.PointGroup.Multiply(g, h)));

    [Fact]
    public void A_hexagon_stays_a_hexagon()
    {
        torch.Tensor image = Examples.Images(1, 9, 9).MaskToHexagon();
        Assert.All(Enumerable.Range(0, 12), h =>
        {
            torch.Tensor moved = Apply(PlaneGroup.P6m, image, [h]);
            Assert.True(Examples.Same(moved, moved.MaskToHexagon()));
            Assert.Equal(h == 0, Examples.Same(moved, image));
        });
    }

    [Fact]
    public void Beyond_the_lattice_the_elements_that_keep_it_are_drawn_as_often()
    {
        RandomPointElement augmentation = new(PlaneGroup.Cyclic(8));
        int[] drawn = [.. Examples.Streams(4000).Select(stream => Element(augmentation.Draw(stream)))];
        Assert.All(drawn, h => Assert.Equal(0, h % 2));
        Assert.True(Examples.ChiSquare(drawn.Select(h => h / 2), 4) < 31.3);
        torch.Tensor image = Examples.Images(1, 5, 5);
        Assert.True(Examples.Same(Apply(PlaneGroup.P4, image, [3]), Apply(PlaneGroup.Cyclic(8), image, [6])));
    }

    [Fact]
    public void An_image_that_is_no_hexagon_is_refused_where_one_is_needed() => Assert.Contains(
        "p6 acts on hexagons", Assert.Throws<ArgumentException>(() => Apply(PlaneGroup.P6, Examples.Images(1, 6, 6), [1])).Message,
        StringComparison.Ordinal);

    [Fact]
    public void The_product_in_the_other_order_is_rejected() =>
        Assert.NotNull(CompositionViolation(PlaneGroup.P4m, (group, g, h) => group.PointGroup.Multiply(h, g)));

    [Theory]
    [MemberData(nameof(PlaneGroups))]
    public void Reflections_are_the_elements_of_determinant_minus_one(string name)
    {
        var group = PlaneGroup.Named(name);
        Assert.All(Enumerable.Range(0, group.Order), h =>
            Assert.Equal(group.Determinant(h) == -1, new PointElementParameters(group, h).IsReflection));
    }

    [Fact]
    public void Is_equal_by_its_group()
    {
        Assert.Equal(new RandomPointElement(PlaneGroup.P4), new RandomPointElement(PlaneGroup.P4));
        Assert.NotEqual(new RandomPointElement(PlaneGroup.P4), new RandomPointElement(PlaneGroup.P4m));
        Assert.Equal(new RandomPointElement(PlaneGroup.P4).GetHashCode(), new RandomPointElement(PlaneGroup.P4).GetHashCode());
    }

    private static string? CompositionViolation(PlaneGroup plane, Func<PlaneGroup, int, int, int> product)
    {
        torch.Tensor image = Examples.Images(1, 5, 5);
        return (from g in Enumerable.Range(0, plane.Order)
                from h in Enumerable.Range(0, plane.Order)
                where !Examples.Same(Apply(plane, Apply(plane, image, [h]), [g]), Apply(plane, image, [product(plane, g, h)]))
                select $"{g} after {h}").FirstOrDefault();
    }

    private static torch.Tensor Apply(PlaneGroup group, torch.Tensor images, int[] elements) => new RandomPointElement(group).Apply(
        images, [.. elements.Select(h => new PointElementParameters(group, h))]);

    private static int Element(StepParameters parameters) => Assert.IsType<PointElementParameters>(parameters).Element;
}
