using GCnn.Actions;
using GCnn.Experiments.Data;
using GCnn.Experiments.Data.Sky;
using GCnn.Experiments.Evaluation;
using GCnn.Experiments.Galaxy;
using GCnn.Experiments.Models;
using GCnn.Experiments.Training;
using GCnn.Groups;
using GCnn.Images;
using GCnn.Layers;
using GCnn.Testing;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Experiments.Tests.Models;

/// <summary>Galaxy nets that begin with one group and are restricted to smaller ones.</summary>
public sealed class RestrictedGalaxyNet
{
    private const int Size = 17;

    public static TheoryData<string> Chains =>
        ["p4m-p4-p2", "p4m-pmm-pm", "p4m-cmm-p2-p1", "p4-p1", "p6m-p6-p3", "p6m-p3m1", "p6m-p31m-p3"];

    [Theory]
    [MemberData(nameof(Chains))]
    public void Is_invariant_under_the_last_group_and_not_under_the_one_before(string name)
    {
        GroupChain chain = ChainOf(name);
        using GalaxyNet net = Net(chain);
        EquivarianceAssert.IsInvariant(net, Colours(chain.Last), Images(chain), new() { AllowVacuous = chain.Last.Order == 1 });
        EquivarianceException broken = Assert.Throws<EquivarianceException>(
            () => EquivarianceAssert.IsInvariant(net, Colours(chain.Groups[^2]), Images(chain)));
        Assert.Null(broken.Report!.Vacuity);
    }

    [Theory]
    [MemberData(nameof(Chains))]
    public void Is_certified_under_the_last_group(string name)
    {
        GroupChain chain = ChainOf(name);
        using GalaxyNet net = Net(chain);
        var certificate = Certificate.For(net.Features, Size, Size);
        Assert.Equal((Exactness.Exact, chain.Last.Order), (certificate.Exactness, certificate.Elements.Count));
    }

    [Theory]
    [MemberData(nameof(Chains))]
    public void The_closed_form_counts_what_it_has_and_keeps_the_budget(string name)
    {
        GroupChain chain = ChainOf(name);
        foreach (int[] widths in (int[][])[[1, 1, 1, 1, 1], [3, 5, 2, 4, 6]])
        {
            using var net = new GalaxyNet(chain, widths, 3);
            Assert.Equal(net.parameters().Sum(parameter => parameter.NumberOfElements), WidthSolver.Parameters(chain, widths, 3));
        }

        Assert.InRange(WidthSolver.Parameters(chain, WidthSolver.Solve(chain, 3, 70_000), 3), 69_000, 70_000);
    }

    [Fact]
    public void The_closed_form_is_the_sum_by_hand() =>
        // Before p4 and p2 there are 1 and 4 fields of groups of 8 and 4 elements.
        Assert.Equal(
            150 + (9 * 8 * ((2 * 3) + (3 * 1) + (1 * 4))) + (9 * 4 * 4 * 2) + 24 + 9,
            WidthSolver.Parameters(ChainOf("p4m-p4-p2"), [2, 3, 1, 4, 2], 3));

    [Fact]
    public void Fields_of_a_smaller_group_are_split_and_more_of_them_follow()
    {
        using GalaxyNet net = Net(ChainOf("p4m-p4-p2"));
        Assert.Equal(
            ["p4m: 3 trivial", "p4m: 2 regular", "p4m: 3 regular", "p4: 6 regular", "p2: 4 regular"],
            net.Features.Modules.OfType<GCnn.Layers.Convolution>().Select(convolution => $"{convolution.InputType}"));
        int[] chain = WidthSolver.Solve(ChainOf("p4m-p4-p2"), 3, 80_000), whole = WidthSolver.Solve(PlaneGroup.P4m, 3, 80_000);
        Assert.True(chain[^1] > whole[^1] && chain[0] <= whole[0]);
    }

    [Fact]
    public void Trained_on_galaxies_it_is_invariant_under_its_own_group_and_exports_to_plain_modules_that_compute_the_same()
    {
        GalaxySet sky = new SyntheticSky(3).Make(
            80, GalaxyTask.Morphology, new CentreResize(GalaxyData.StoredSize(Size), 0.99), threads: 1, null, CancellationToken.None);
        int[] all = [.. Enumerable.Range(0, sky.Count)];
        GroupChain chain = ChainOf("p4m-p4-p2");
        using var generator = new Generator(1);
        using var net = new GalaxyNet(chain, WidthSolver.Solve(chain, 3, 3000), 3, generator);
        using var view = new LatticeView(chain.Lattice, Size);

        // Small batches, so that two epochs are steps enough for the statistics that evaluation uses.
        var config = new TrainingConfig { Epochs = 2, Batch = 4, Seed = 1 };
        var data = new GalaxyTrainingData(sky, all, new GalaxyAugmentation(sky.Task, false, view, 1), config.Batch, config.Seed);
        using IObjective objective = GalaxyObjective.Of(sky, all, config.ClassWeights);
        using var trainer = new Trainer(net, data, objective, config);
        var losses = new Losses();
        trainer.Train(new TrainingHooks { Progress = losses }, CancellationToken.None);
        Assert.True(losses.Last < losses.First, $"{losses.First} to {losses.Last}");

        IReadOnlyList<Logits> poses = Predictor.Poses(net, sky, all, view, CancellationToken.None);
        var own = OwnInvariance.Of(view.Symmetries, chain.Last, poses);
        var whole = OwnInvariance.Of(view.Symmetries, chain.First, poses);
        Assert.Equal(1, own.Agreement);
        Assert.InRange(own.MaxLogitChange, 0, 1e-4);
        Assert.True(whole.MaxLogitChange > 1e-3, $"{whole}");

        nn.Module<Tensor, Tensor> plain = PlainNet.Of(nn.Sequential(net.Features, net.Classifier));
        Assert.DoesNotContain(plain.modules(), module => module is EquivariantModule);
        float[] expected = poses[0].Values, exported = Predictor.Predict(plain, sky, all, view, CancellationToken.None).Values;
        double scale = expected.Max(Math.Abs), error = expected.Zip(exported, (a, b) => Math.Abs(a - b)).Max();
        Assert.InRange(error, 0, 1e-5 * scale);
    }

    private static GroupChain ChainOf(string name) => ModelName.ParseList(name)[0].Groups;

    private static FieldType Colours(PlaneGroup group) => FieldType.Trivial(group, 3);

    private static GalaxyNet Net(GroupChain chain)
    {
        using var generator = new Generator(5);
        var net = new GalaxyNet(chain, [2, 3, 3, 2, 4], 3, generator);
        net.to(ScalarType.Float64);
        net.eval();
        return net;
    }

    private static Tensor Images(GroupChain chain)
    {
        using var generator = new Generator(11);
        Tensor images = randn([4, 3, Size, Size], ScalarType.Float64, generator: generator);
        return chain.Lattice is HexagonalLattice ? images.MaskToHexagon() : images;
    }

    private sealed class Losses : IProgress<EpochReport>
    {
        public double First { get; private set; }

        public double Last { get; private set; }

        public void Report(EpochReport value) => (First, Last) = (First == 0 ? value.Loss : First, value.Loss);
    }
}
