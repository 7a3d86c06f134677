using GCnn.Groups;
using TorchSharp;

namespace GCnn.Actions.Tests;

public class FieldActionLaws
{
    private static readonly LatticePoint Shift = new(2, -3);

    public static TheoryData<string> PlaneGroups => Examples.PlaneGroups;

    [Theory]
    [MemberData(nameof(PlaneGroups))]
    public void Equals_the_formula_pixel_by_pixel(string name)
    {
        var group = PlaneGroup.Named(name);
        foreach (FieldType type in Examples.FieldTypes(group))
        {
            torch.Tensor f = Examples.Field(1, type, 2, 4, 5);
            foreach (PlaneGroupElement g in Examples.Elements(group, Shift))
            {
                Assert.True(Examples.Same(NaiveAction.Apply(f, type, g), f.Transform(type, g)), $"{g} on {type}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(PlaneGroups))]
    public void Products_of_all_pairs_of_elements_are_respected(string name) =>
        Assert.Null(HomomorphismViolation(PlaneGroup.Named(name), (f, type, g) => f.Transform(type, g)));

    [Fact]
    public void An_action_by_the_inverse_element_breaks_the_product() =>
        Assert.NotNull(HomomorphismViolation(PlaneGroup.P4m, (f, type, g) => f.Transform(type, g.Inverse)));

    [Fact]
    public void An_action_that_forgets_the_fibre_differs_from_the_formula()
    {
        FieldType type = FieldType.Regular(PlaneGroup.P4, 1);
        torch.Tensor f = Examples.Integers(2, 1, 4, 3, 3);
        PlaneGroupElement g = PlaneGroup.P4.Element(LatticePoint.Origin, 1);
        torch.Tensor spaceOnly = f.Transform(FieldType.Trivial(PlaneGroup.P4, 4), g);
        Assert.False(Examples.Same(NaiveAction.Apply(f, type, g), spaceOnly));
    }

    [Fact]
    public void A_quarter_turn_is_anticlockwise_on_screen()
    {
        torch.Tensor image = torch.tensor([0d, 0, 0, 0, 0, 1, 0, 0, 0], [1, 1, 3, 3]);
        torch.Tensor turned = image.Transform(FieldType.Trivial(PlaneGroup.P4, 1), 1);
        Assert.Equal([0d, 1, 0, 0, 0, 0, 0, 0, 0], turned.data<double>().ToArray());
    }

    [Fact]
    public void A_sixth_turn_is_anticlockwise_on_screen()
    {
        // Right, (1, 0), goes to right and up, (1, -1).
        torch.Tensor image = torch.tensor([0d, 0, 0, 0, 0, 1, 0, 0, 0], [1, 1, 3, 3]);
        torch.Tensor turned = image.Transform(FieldType.Trivial(PlaneGroup.P6, 1), 1);
        Assert.Equal([0d, 0, 1, 0, 0, 0, 0, 0, 0], turned.data<double>().ToArray());
    }

    [Fact]
    public void Beyond_the_lattice_the_elements_that_keep_it_act_as_in_its_own_group()
    {
        PlaneGroup[] groups = [PlaneGroup.Cyclic(8), PlaneGroup.Dihedral(12), PlaneGroup.Dihedral(12, new HexagonalLattice())];
        foreach (PlaneGroup group in groups)
        {
            FieldType type = FieldType.Regular(group, 1), scalars = FieldType.Trivial(group.LatticeGroup, group.Order);
            torch.Tensor f = Examples.Field(11, type, 1, 5, 5);
            int[] acting = group.ElementsOf(group.LatticeGroup);
            for (int k = 0; k < acting.Length; k++)
            {
                torch.Tensor pixels = f.Transform(scalars, k), sources = torch.tensor(type.ChannelSources(acting[k]));
                torch.Tensor fibres = pixels.index_select(1, sources);
                Assert.True(Examples.Same(fibres, f.Transform(type, acting[k])), $"{k} of {group}");
            }
        }
    }

    [Fact]
    public void Beyond_the_lattice_vectors_are_moved_by_every_element()
    {
        FieldType type = FieldType.Regular(PlaneGroup.Cyclic(8), 1);
        torch.Tensor v = Examples.Integers(12, 2, 8);
        Assert.All(Enumerable.Range(0, 8), h => Assert.True(Examples.Same(v.roll([h], [1]), v.TransformVector(type, h))));
    }

    [Fact]
    public void Elements_that_swap_the_axes_turn_the_shape()
    {
        FieldType type = FieldType.Regular(PlaneGroup.P4m, 1);
        torch.Tensor f = Examples.Integers(3, 2, 8, 3, 7);
        for (int h = 0; h < 8; h++)
        {
            long[] expected = PlaneGroup.P4m.SwapsAxes(h) ? [2, 8, 7, 3] : [2, 8, 3, 7];
            Assert.Equal(expected, f.Transform(type, h).shape);
        }
    }

    [Theory]
    [MemberData(nameof(PlaneGroups))]
    public void The_gradient_is_the_action_of_the_inverse(string name)
    {
        var group = PlaneGroup.Named(name);
        foreach (FieldType type in Examples.FieldTypes(group))
        {
            foreach (PlaneGroupElement g in Examples.Elements(group, Shift))
            {
                torch.Tensor f = Examples.Field(4, type, 1, 3, 4).requires_grad_();
                torch.Tensor moved = f.Transform(type, g);
                torch.Tensor weights = Examples.Integers(5, moved.shape);
                (moved * weights).sum().backward();
                Assert.True(Examples.Same(f.grad!, weights.Transform(type, g.Inverse)), $"{g} on {type}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(PlaneGroups))]
    public void Vectors_turn_as_fields_of_one_pixel(string name)
    {
        var group = PlaneGroup.Named(name);
        foreach (FieldType type in Examples.FieldTypes(group))
        {
            torch.Tensor v = Examples.Integers(6, 3, type.Channels);
            for (int h = 0; h < group.Order; h++)
            {
                torch.Tensor pixel = v.reshape(3, type.Channels, 1, 1).Transform(type, h).reshape(3, type.Channels);
                Assert.True(Examples.Same(pixel, v.TransformVector(type, h)), $"{h} on {type}");
            }
        }
    }

    [Fact]
    public void A_kept_action_serves_several_sizes_and_outlives_dispose_scopes()
    {
        FieldType type = FieldType.Regular(PlaneGroup.P4m, 1);
        using FieldAction action = new(type, 5);
        foreach (long size in new long[] { 3, 4, 3 })
        {
            using DisposeScope scope = torch.NewDisposeScope();
            torch.Tensor f = Examples.Integers(7, 1, 8, size, size + 1);
            Assert.True(Examples.Same(NaiveAction.Apply(f, type, action.Element), action.Apply(f)));
        }
    }

    [Fact]
    public void Only_the_result_stays_in_the_callers_scope()
    {
        FieldType type = Examples.Mixing(PlaneGroup.P4m);
        torch.Tensor f = Examples.Integers(8, 1, type.Channels, 3, 3);
        using DisposeScope scope = torch.NewDisposeScope();
        f.Transform(type, 3);
        Assert.Equal(1, scope.DisposablesCount);
    }

    [Fact]
    public void Permutations_serve_every_element_type()
    {
        FieldType type = FieldType.Regular(PlaneGroup.P4, 1);
        torch.Tensor f = Examples.Integers(9, 1, 4, 3, 3);
        torch.Tensor expected = f.Transform(type, 1);
        foreach (torch.ScalarType dtype in new[] { torch.ScalarType.Float32, torch.ScalarType.Int64, torch.ScalarType.Int32 })
        {
            Assert.True(Examples.Same(expected, f.to(dtype).Transform(type, 1).to(torch.ScalarType.Float64)));
        }
    }

    private static string? HomomorphismViolation(
        PlaneGroup plane, Func<torch.Tensor, FieldType, PlaneGroupElement, torch.Tensor> act) =>
        (from type in Examples.FieldTypes(plane)
         let f = Examples.Field(10, type, 1, 3, 4)
         from g in Examples.Elements(plane, Shift)
         from h in Examples.Elements(plane, Shift)
         where !Examples.Same(act(act(f, type, h), type, g), act(f, type, g * h))
         select $"{g} after {h} on {type}").FirstOrDefault();
}
