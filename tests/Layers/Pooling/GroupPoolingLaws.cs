using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

public class GroupPoolingLaws
{
    public static TheoryData<string> PlaneGroups => Examples.PlaneGroups;

    [Theory]
    [MemberData(nameof(PlaneGroups))]
    public void Commutes_and_makes_scalar_fields(string name)
    {
        FieldType type = Examples.Mixed(PlaneGroup.Named(name));
        foreach (PoolingKind kind in Enum.GetValues<PoolingKind>())
        {
            using GroupPooling pooling = new(type, kind);
            Assert.Equal(FieldType.Trivial(type.Group, type.Fields.Count), pooling.OutputType);
            Laws.Commutes(pooling, 4, 5);
        }
    }

    [Theory]
    [InlineData(PoolingKind.Max)]
    [InlineData(PoolingKind.Mean)]
    public void Is_its_definition(PoolingKind kind)
    {
        FieldType type = Examples.Mixed(PlaneGroup.P4);
        Tensor x = Laws.Input(type, 2, 3);
        Tensor[] fields = [.. type.Fields.Select((field, i) => x.narrow(1, type.Offset(i), field.Dimension))];
        Tensor expected = stack([.. fields.Select(field => kind == PoolingKind.Max ? field.amax(1) : field.sum(1) / field.size(1))], 1);
        Assert.True(Examples.Same(expected, new GroupPooling(type, kind).call(x)));
    }

    [Fact]
    public void Pooling_the_channels_of_neighbouring_fields_is_refused()
    {
        FieldType type = FieldType.Regular(PlaneGroup.P4, 2);
        FieldType scalars = FieldType.Trivial(PlaneGroup.P4, 2);

        // Channels k and k + 1 of different fields: as a reshape with the two axes exchanged would do.
        Laws.IsRefused(x => x.reshape(x.size(0), 4, 2, x.size(2), x.size(3)).amax(1), type, scalars, 4, 5);
        Laws.IsRefused(x => x.slice(1, 0, 8, 4), type, scalars, 4, 5);
    }

    [Fact]
    public void Values_that_tie_share_the_gradient()
    {
        FieldType type = FieldType.Regular(PlaneGroup.P4, 1);
        Tensor x = tensor(new double[] { 3, 1, 3, 2 }, [1, 4, 1, 1]).requires_grad_();
        new GroupPooling(type).call(x).backward();
        Assert.Equal([0.5, 0, 0.5, 0], x.grad!.data<double>().ToArray());
    }

    [Fact]
    public void Refusals_say_what_is_wrong()
    {
        Messages.Say<ArgumentException>(() => new GroupPooling(MixingRepresentation.Type(PlaneGroup.P4)), "GroupPooling", "'mixing'");
        Messages.Say<ArgumentException>(
            () => new GroupPooling(FieldType.Regular(PlaneGroup.P4, 1)).call(zeros(1, 3, 2, 2)), "GroupPooling", "3", "needs 4");
    }
}
