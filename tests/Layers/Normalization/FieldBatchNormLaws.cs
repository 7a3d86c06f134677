using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

public class FieldBatchNormLaws
{
    public static TheoryData<string> PlaneGroups => Examples.PlaneGroups;

    [Theory]
    [MemberData(nameof(PlaneGroups))]
    public void In_evaluation_it_commutes(string name)
    {
        using FieldBatchNorm norm = new FieldBatchNorm(Examples.Mixed(PlaneGroup.Named(name))).WithIntegers();
        norm.eval();
        Laws.Commutes(norm, 4, 5);
    }

    [Theory]
    [MemberData(nameof(PlaneGroups))]
    public void In_training_it_commutes(string name)
    {
        // 4 samples of 2 x 8 pixels: the counts are powers of 2, so means and variances are exact.
        using FieldBatchNorm norm = new FieldBatchNorm(Examples.Mixed(PlaneGroup.Named(name))).WithIntegers();
        Laws.Commutes(norm, 2, 8, samples: 4);
        Laws.Commutes(norm, 4, 4, samples: 4);
    }

    [Theory]
    [MemberData(nameof(PlaneGroups))]
    public void It_is_its_definition_field_by_field(string name)
    {
        FieldType type = Examples.Mixed(PlaneGroup.Named(name));
        using FieldBatchNorm norm = new FieldBatchNorm(type, 0.5, 0.25).WithIntegers();
        NaiveFieldNorm naive = new(type, norm.state_dict(), 0.5, 0.25);
        for (int batch = 0; batch < 3; batch++)
        {
            Tensor x = Laws.Input(type, 3, 5, 2, batch);
            AssertClose(naive.Train(x), norm.call(x));
            AssertClose(tensor(naive.Means), norm.state_dict()["running_mean"]);
            AssertClose(tensor(naive.Variances), norm.state_dict()["running_var"]);
        }

        norm.eval();
        Tensor unseen = Laws.Input(type, 4, 4, 1, 9);
        AssertClose(naive.Evaluate(unseen), norm.call(unseen));
        AssertClose(tensor(naive.Means), norm.state_dict()["running_mean"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void On_scalar_fields_it_is_an_ordinary_batch_norm(bool training)
    {
        using FieldBatchNorm norm = new(FieldType.Trivial(PlaneGroup.P4m, 3));
        using var ordinary = nn.BatchNorm2d(3);
        Tensor x = randn(4, 3, 5, 6);
        norm.call(x);
        ordinary.call(x);
        norm.train(training);
        ordinary.train(training);
        Assert.True(ordinary.call(x).allclose(norm.call(x), 1e-5, 1e-6));
        Assert.True(ordinary.running_mean!.allclose(norm.state_dict()["running_mean"], 1e-5, 1e-6));
        Assert.True(ordinary.running_var!.allclose(norm.state_dict()["running_var"], 1e-5, 1e-6));
    }

    [Theory]
    [InlineData("p2")]
    [InlineData("pm")]
    [InlineData("p4m")]
    public void Statistics_of_each_channel_are_refused(string name)
    {
        FieldType type = FieldType.Regular(PlaneGroup.Named(name), 2);
        using var perChannel = nn.BatchNorm2d(type.Channels).WithIntegers();
        perChannel.eval();
        Laws.IsRefused(perChannel.call, type, type, 4, 4);
    }

    [Fact]
    public void Gradients_reach_scale_and_shift_and_only_in_training_the_statistics_move()
    {
        FieldType type = Examples.Mixed(PlaneGroup.P4);
        using FieldBatchNorm norm = new FieldBatchNorm(type).WithIntegers();
        Tensor x = Laws.Input(type, 3, 5);
        norm.call(x).pow(2).sum().backward();
        Assert.All(norm.parameters(), parameter => Assert.True((bool)parameter.grad!.ne(0).any()));
        norm.eval();
        Tensor before = norm.state_dict()["running_mean"].clone();
        norm.call(x);
        Assert.True(Examples.Same(before, norm.state_dict()["running_mean"]));
    }

    [Fact]
    public void Refusals_say_what_is_wrong()
    {
        FieldType type = FieldType.Regular(PlaneGroup.P4, 2);
        Messages.Say<ArgumentException>(() => new FieldBatchNorm(type).call(zeros(1, 7, 2, 2)), "FieldBatchNorm", "7", "needs 8");
        Messages.Say<ArgumentOutOfRangeException>(() => new FieldBatchNorm(type, 0), "epsilon is 0", "above 0");
        Messages.Say<ArgumentOutOfRangeException>(() => new FieldBatchNorm(type, momentum: 1.5), "momentum 1.5", "from 0 to 1");
    }

    [Theory]
    [InlineData("p4")]
    [InlineData("p6")]
    public void A_single_number_or_none_has_no_statistics_and_spoils_no_running_ones(string name)
    {
        var g = PlaneGroup.Named(name);
        FieldType scalar = FieldType.Trivial(g, 1), regular = FieldType.Regular(g, 1);
        FieldType irrep = FieldType.Copies(g, Irreps.Of(g.PointGroup)[1], 1);
        using FieldBatchNorm norm = new(scalar);
        Messages.Say<ArgumentException>(
            () => norm.call(ones(1, 1, 1, 1)), "a field 'trivial' needs at least 2", "batch of 1 it has 1", "eval()");
        Messages.Say<ArgumentException>(() => norm.call(ones(0, 1, 3, 3)), "batch of 0 it has 0");
        Messages.Say<ArgumentException>(() => new FieldBatchNorm(irrep).call(ones(0, 2, 3, 3)), "at least 1", "it has 0");
        norm.eval();
        Assert.Equal(1, norm.call(ones(1, 1, 1, 1)).item<float>(), 4);
        foreach (FieldType type in new[] { regular, irrep })
        {
            using FieldBatchNorm several = new(type);
            several.call(rand(1, type.Channels, 1, 1));
            Assert.All(several.state_dict().Values, value => Assert.True((bool)value.isfinite().all()));
        }
    }

    private static void AssertClose(Tensor expected, Tensor actual) => Assert.True(expected.allclose(actual, 1e-12, 1e-12));
}
