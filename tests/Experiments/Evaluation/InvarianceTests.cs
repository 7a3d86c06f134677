using GCnn.Experiments.Evaluation;
using GCnn.Groups;

namespace GCnn.Experiments.Tests.Evaluation;

public sealed class InvarianceTests
{
    private static readonly float[] Still = [3, 0, 0, 3, 3, 0, 0, 3];

    [Fact]
    public void Equal_poses_agree_completely() => Assert.Equal(new Invariance(1, 1, 0), Measure(_ => Still));

    [Fact]
    public void One_image_that_flips_under_one_rotation_costs_its_share_of_the_rotations() =>
        Assert.Equal(new Invariance(0.75, 1, 3.5), Measure(h => h == 2 ? [3, 0, 0, 3, -0.5f, 0, 0, 3] : Still));

    [Fact]
    public void Two_images_that_flip_under_different_reflections_cost_two_shares_of_the_reflections() =>
        Assert.Equal(new Invariance(1, 0.5, 4), Measure(h => h switch
        {
            4 => [0, 4, 0, 3, 3, 0, 0, 3],
            7 => [3, 0, 3, 0, 3, 0, 0, 3],
            _ => Still,
        }));

    [Fact]
    public void One_image_that_flips_under_two_rotations_costs_one_share() =>
        Assert.Equal(new Invariance(0.75, 1, 4), Measure(h => h is 1 or 3 ? [-1, 0, 0, 3, 3, 0, 0, 3] : Still));

    [Fact]
    public void A_change_of_scores_that_keeps_the_class_is_a_change_of_logits_only() =>
        Assert.Equal(new Invariance(1, 1, 2), Measure(h => h == 5 ? [1, 0, 0, 3, 3, 0, 0, 3] : Still));

    private static Invariance Measure(Func<int, float[]> pose) =>
        Invariance.Of(PlaneGroup.P4m, [.. Enumerable.Range(0, PlaneGroup.P4m.Order).Select(h => new Logits(pose(h), 2))]);
}
