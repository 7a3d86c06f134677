using GCnn.Experiments.Evaluation;
using GCnn.Experiments.Tests.Support;
using GCnn.Groups;

namespace GCnn.Experiments.Tests.Evaluation;

public sealed class TrainedInvariance
{
    [Theory]
    [InlineData("p4m", false)]
    [InlineData("p6m", false)]
    [InlineData("p6m", true)]
    public void A_trained_net_gives_one_answer_in_all_poses_of_its_lattice(string group, bool augmented)
    {
        Invariance invariance = Trained(group, augmented);
        Assert.Equal((1.0, 1.0), (invariance.RotationAgreement, invariance.ReflectionAgreement));
        Assert.InRange(invariance.MaxLogitChange, 0, 1e-4);
    }

    [Theory]
    [InlineData("p4")]
    [InlineData("p6")]
    public void A_group_of_rotations_gives_one_answer_in_all_rotations_and_not_in_all_reflections(string group)
    {
        Invariance invariance = Trained(group, augmented: false);
        Assert.Equal(1, invariance.RotationAgreement);
        Assert.True(invariance.MaxLogitChange > 1e-3, $"{invariance}");
    }

    [Fact]
    public void A_plain_net_changes_its_answers() => Assert.True(Trained("p1", augmented: false).MaxLogitChange > 1e-3);

    private static Invariance Trained(string group, bool augmented)
    {
        using var training = new MadeTraining(augmented: augmented, group: PlaneGroup.Named(group));
        training.Run(3);
        return training.Invariance;
    }
}
