using GCnn.Groups;
using GCnn.Testing;
using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

public class SpatialPoolingLaws
{
    public static TheoryData<string> PlaneGroups => Examples.PlaneGroups;

    [Theory]
    [MemberData(nameof(PlaneGroups))]
    public void Its_vector_turns_with_the_representation(string name)
    {
        FieldType type = Examples.Mixed(PlaneGroup.Named(name));
        foreach (PoolingKind kind in Enum.GetValues<PoolingKind>())
        {
            Laws.Commutes(new SpatialPooling(type, kind), 4, 5);
        }

        Laws.Commutes(new SpatialPooling(MixingRepresentation.Type(PlaneGroup.Named(name))), 4, 5);
    }

    [Theory]
    [MemberData(nameof(PlaneGroups))]
    public void After_group_pooling_the_vector_is_invariant_under_the_whole_plane_group(string name)
    {
        FieldType type = Examples.Mixed(PlaneGroup.Named(name));
        foreach (PoolingKind kind in Enum.GetValues<PoolingKind>())
        {
            GroupPooling fibres = new(type, kind);
            EquivariantSequential pool = new(fibres, new SpatialPooling(fibres.OutputType, kind));
            Tensor x = Laws.Input(type, 4, 5);
            EquivarianceAssert.IsInvariant(pool, type, x, EquivarianceOptions.Exact);
            Assert.True(Examples.Same(pool.call(x), pool.call(x.roll([1, 3], [2, 3]))));
        }
    }

    [Fact]
    public void Spatial_pooling_first_gives_the_same_for_maxima_and_another_number_for_a_maximum_of_means()
    {
        FieldType type = FieldType.Regular(PlaneGroup.P4, 2);
        Tensor x = Laws.Input(type, 4, 5), pooled = new GroupPooling(type).call(x);
        Tensor Swapped(Tensor vector) => vector.reshape(2, 2, 4).amax(2);
        Assert.True(Examples.Same(pooled.amax(2, 3), Swapped(new SpatialPooling(type, PoolingKind.Max).call(x))));
        Assert.False(Examples.Same(pooled.mean([2, 3]), Swapped(new SpatialPooling(type).call(x))));
    }

    [Fact]
    public void Without_group_pooling_the_vector_is_not_invariant()
    {
        FieldType type = FieldType.Regular(PlaneGroup.P4, 2);
        using SpatialPooling pooling = new(type);
        Assert.Throws<EquivarianceException>(
            () => EquivarianceAssert.IsInvariant(pooling, type, Laws.Input(type, 4, 5), EquivarianceOptions.Exact));
    }

    [Fact]
    public void A_mean_over_the_rows_only_is_refused()
    {
        FieldType type = FieldType.Regular(PlaneGroup.P4, 2);
        Laws.IsRefused(x => x.mean([2]).amax(2).add(x.select(2, 0).select(2, 0)), type, type, 4, 4);
    }

    [Fact]
    public void Positions_that_tie_share_the_gradient()
    {
        Tensor x = tensor(new double[] { 3, 1, 3, 2 }, [1, 1, 2, 2]).requires_grad_();
        new SpatialPooling(FieldType.Trivial(PlaneGroup.P4, 1), PoolingKind.Max).call(x).backward();
        Assert.Equal([0.5, 0, 0.5, 0], x.grad!.data<double>().ToArray());
    }

    [Fact]
    public void Refusals_say_what_is_wrong()
    {
        FieldType mixing = MixingRepresentation.Type(PlaneGroup.P4);
        Messages.Say<ArgumentException>(() => new SpatialPooling(mixing, PoolingKind.Max), "SpatialPooling", "'mixing'");
        Messages.Say<ArgumentException>(() => new SpatialPooling(mixing).call(zeros(2, 2)), "SpatialPooling", "2 axes", "needs 4");
    }
}
