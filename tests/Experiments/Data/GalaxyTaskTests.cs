using GCnn.Experiments.Data;

namespace GCnn.Experiments.Tests.Data;

public sealed class GalaxyTaskTests
{
    [Fact]
    public void Morphology_puts_both_hands_together_and_leaves_mergers_out() =>
        Assert.Equal([0, 2, 1, 1, null], GalaxyLabel.All.Select(GalaxyTask.Morphology.ClassOf));

    [Fact]
    public void Handedness_uses_spirals_only() =>
        Assert.Equal([null, null, 0, 1, null], GalaxyLabel.All.Select(GalaxyTask.Handedness.ClassOf));

    [Fact]
    public void A_reflection_keeps_morphology_and_swaps_hands()
    {
        Assert.Equal([0, 1, 2], GalaxyTask.Morphology.Reflection);
        Assert.Equal([1, 0], GalaxyTask.Handedness.Reflection);
    }

    [Fact]
    public void The_class_of_the_mirror_image_is_the_reflection_of_the_class()
    {
        foreach (var task in GalaxyTask.All)
        {
            foreach (var label in GalaxyLabel.All)
            {
                Assert.Equal(task.ClassOf(label) is { } c ? task.Reflection[c] : null, task.ClassOf(GalaxyLabel.Mirror(label)));
                Assert.Equal(label, GalaxyLabel.Mirror(GalaxyLabel.Mirror(label)));
            }
        }
    }

    [Fact]
    public void An_unknown_label_is_named_with_the_known_ones() =>
        Assert.StartsWith("'ring' is not a known class; known are smooth, edge-on, spiral-clockwise",
            Assert.Throws<ArgumentException>(() => GalaxyTask.Morphology.ClassOf("ring")).Message, StringComparison.Ordinal);
}
