using GCnn.Experiments.Reports.Html;
using GCnn.Groups;
using GCnn.Reports.Tests.Support;

namespace GCnn.Reports.Tests;

public sealed class ModelPicturesLaws
{
    [Theory]
    [InlineData("p4m", 8, 8)]
    [InlineData("p4", 4, 8)]
    [InlineData("p6m", 12, 12)]
    [InlineData("p3", 3, 12)]
    public void In_the_poses_of_its_group_the_followed_map_returns_as_it_was(string name, int order, int poses)
    {
        FeatureMotion motion = MadeReport.Pictures(PlaneGroup.Named(name)).Motion;
        Assert.Equal((order, poses), (motion.Channels.Count, motion.Poses.Count));
        Assert.Equal(order, motion.Followed.Count(channel => channel is not null));
        // Each channel has it once.
        Assert.Equal(order, motion.Followed.OfType<int>().Distinct().Count());
        Assert.All(Enumerable.Range(0, poses).Where(h => motion.Followed[h] is not null), h => Assert.InRange(motion.Changes[h], 0, 1e-4));
    }

    [Theory]
    [InlineData("p1")]
    [InlineData("p4")]
    public void In_other_poses_it_does_not(string name)
    {
        FeatureMotion motion = MadeReport.Pictures(PlaneGroup.Named(name)).Motion;
        Assert.Contains(Enumerable.Range(0, 8), h => motion.Followed[h] is null && motion.Changes[h] > 0.01);
    }

    [Theory]
    [InlineData("p1", 1)]
    [InlineData("p4m", 8)]
    [InlineData("p6m", 12)]
    public void A_filter_is_shown_in_every_pose_of_its_group(string name, int order)
    {
        FilterOrbits filters = MadeReport.Pictures(PlaneGroup.Named(name)).Filters;
        Assert.Equal((order, 2), (filters.Elements.Count, filters.Fields));
        Assert.All(filters.Orbits, orbit => Assert.Equal(order, orbit.Distinct().Count()));
    }
}
