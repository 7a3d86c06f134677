using GCnn.Groups;
using TorchSharp;

namespace GCnn.Actions.Tests;

public class SampleActionsLaws
{
    public static TheoryData<string> PlaneGroups => Examples.PlaneGroups;

    [Theory]
    [MemberData(nameof(PlaneGroups))]
    public void Act_on_each_sample_as_its_own_element_does(string name)
    {
        var group = PlaneGroup.Named(name);
        foreach (FieldType type in new[] { Examples.Permuting(group), FieldType.Trivial(group, 3) })
        {
            int[] elements = [.. Enumerable.Range(0, group.Order), 0];
            torch.Tensor batch = Examples.Field(1, type, elements.Length, 4, 4);
            torch.Tensor expected = torch.cat([.. elements.Select((h, n) => batch.narrow(0, n, 1).Transform(type, h))]);
            using SampleActions actions = new(type);
            Assert.True(Examples.Same(expected, actions.Apply(batch, elements)), $"{type}");
        }
    }

    [Fact]
    public void The_inverse_elements_are_rejected_by_the_same_comparison()
    {
        FieldType type = FieldType.Regular(PlaneGroup.P4, 1);
        torch.Tensor batch = Examples.Integers(2, 1, 4, 3, 3);
        using SampleActions actions = new(type);
        Assert.False(Examples.Same(batch.Transform(type, 1), actions.Apply(batch, [3])));
    }

    [Fact]
    public void The_gradient_is_the_action_of_the_inverses()
    {
        FieldType type = Examples.Permuting(PlaneGroup.P4m);
        int[] elements = [5, 2, 0, 7];
        torch.Tensor batch = Examples.Integers(3, 4, type.Channels, 3, 3).requires_grad_();
        torch.Tensor weights = Examples.Integers(4, 4, type.Channels, 3, 3);
        using SampleActions actions = new(type);
        (actions.Apply(batch, elements) * weights).sum().backward();
        torch.Tensor expected = actions.Apply(weights, [.. elements.Select(PlaneGroup.P4m.PointGroup.Inverse)]);
        Assert.True(Examples.Same(expected, batch.grad!));
    }

    [Fact]
    public void Elements_that_all_swap_the_axes_turn_the_shape()
    {
        using SampleActions actions = new(FieldType.Trivial(PlaneGroup.P4, 1));
        Assert.Equal([2, 1, 5, 3], actions.Apply(Examples.Integers(5, 2, 1, 3, 5), [1, 3]).shape);
    }

    [Fact]
    public void Only_the_result_stays_in_the_callers_scope()
    {
        using SampleActions actions = new(FieldType.Trivial(PlaneGroup.P4, 1));
        torch.Tensor batch = Examples.Integers(6, 2, 1, 3, 3);
        using DisposeScope scope = torch.NewDisposeScope();
        actions.Apply(batch, [1, 3]);
        Assert.Equal(1, scope.DisposablesCount);
    }
}
