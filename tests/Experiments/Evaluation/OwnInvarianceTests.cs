using GCnn.Experiments.Evaluation;
using GCnn.Groups;

namespace GCnn.Experiments.Tests.Evaluation;

public sealed class OwnInvarianceTests
{
    // In p4m the half turn is element 2, a quarter turn element 1, reflections are elements 4 to 7.
    private static readonly Logits[] Poses =
        [.. Enumerable.Range(0, 8).Select(h => new Logits(h is 0 or 2 ? [3, 0, 0, 3] : [0, 2, 0, 3], 2))];

    [Fact]
    public void Only_the_elements_of_the_group_count()
    {
        Assert.Equal(new OwnInvariance(1, 0), Of(PlaneGroup.P1));
        Assert.Equal(new OwnInvariance(1, 0), Of(PlaneGroup.P2));
        Assert.Equal(new OwnInvariance(0.5, 3), Of(PlaneGroup.P4));
        Assert.Equal(new OwnInvariance(0.5, 3), Of(PlaneGroup.Pm));
        Assert.Equal(new OwnInvariance(0.5, 3), Of(PlaneGroup.P4m));
    }

    private static OwnInvariance Of(PlaneGroup group) => OwnInvariance.Of(PlaneGroup.P4m, group, Poses);
}
