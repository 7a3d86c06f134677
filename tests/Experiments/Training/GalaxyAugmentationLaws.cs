using GCnn.Actions;
using GCnn.Experiments.Data;
using GCnn.Experiments.Models;
using GCnn.Experiments.Tests.Support;
using GCnn.Experiments.Training;
using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Experiments.Tests.Training;

public sealed class GalaxyAugmentationLaws
{
    private static readonly int[] Batch = [.. Enumerable.Range(0, 24)];

    [Theory]
    [InlineData("p4m")]
    [InlineData("p6m")]
    public void Augmented_images_are_the_others_moved_exactly_by_symmetries_of_the_lattice(string name)
    {
        using var scope = NewDisposeScope();
        PlaneGroup group = PlaneGroup.Named(name);
        (Tensor plain, long[] classes) = Apply(group, augmented: false, GalaxyTask.Handedness);
        (Tensor moved, long[] movedClasses) = Apply(group, augmented: true, GalaxyTask.Handedness);
        int[] elements = [.. Batch.Select(i => ElementBetween(plain[i].unsqueeze(0), moved[i].unsqueeze(0), group))];
        Assert.DoesNotContain(-1, elements);
        Assert.True(elements.Distinct().Count() > group.Order / 2, $"{group}: only {string.Join(" ", elements)}");
        Assert.Equal(classes.Zip(elements, (c, h) => group.IsRotation(h) ? c : 1 - c), movedClasses);
    }

    [Fact]
    public void On_hexagons_the_others_are_the_warped_squares_resampled()
    {
        using var scope = NewDisposeScope();
        using var view = new LatticeView(PlaneGroup.P6m.Lattice, MadeTraining.Size);
        Tensor squares = Apply(PlaneGroup.P4m, augmented: false, GalaxyTask.Morphology).Images;
        Tensor hexagons = Apply(PlaneGroup.P6m, augmented: false, GalaxyTask.Morphology).Images;
        Assert.True((bool)view.Of(squares).equal(hexagons));
        Assert.False((bool)squares.MaskToHexagon().equal(hexagons));
    }

    [Fact]
    public void A_move_by_the_other_lattices_symmetries_is_not_taken_for_one_of_these()
    {
        using var scope = NewDisposeScope();
        Tensor plain = Apply(PlaneGroup.P6m, augmented: false, GalaxyTask.Morphology).Images.narrow(0, 0, 1);
        Assert.Equal(-1, ElementBetween(plain, plain.Transform(FieldType.Trivial(PlaneGroup.P4m, 3), 1), PlaneGroup.P6m));
    }

    // The only element that takes one to the other, or -1.
    private static int ElementBetween(Tensor from, Tensor to, PlaneGroup group) => Enumerable.Range(0, group.Order)
        .Where(h => (bool)from.Transform(FieldType.Trivial(group, 3), h).equal(to)).DefaultIfEmpty(-1).Single();

    private static (Tensor Images, long[] Classes) Apply(PlaneGroup group, bool augmented, GalaxyTask task)
    {
        using var view = new LatticeView(group.Lattice, MadeTraining.Size);
        GalaxySet set = MadeTraining.Coloured(Batch.Length, task);
        return new GalaxyAugmentation(task, augmented, view, seed: 2).Apply(GalaxyBatch.Load(set, Batch), set, Batch, epoch: 1);
    }
}
