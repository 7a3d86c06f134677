using System.Text;
using GCnn.Experiments.Models;
using GCnn.Experiments.Predict;
using GCnn.Experiments.Tests.Support;
using static TorchSharp.torch;

namespace GCnn.Experiments.Tests.Predict;

/// <summary>What a net says of an image depends on the image alone, to the last bit.</summary>
[Collection(ConsoleCollection.Name)]
public sealed class BatchPredictorLaws(TrainedNets nets) : IClassFixture<TrainedNets>
{
    private static readonly int[] Cuts = [1, 3, 5, 16, 31];

    private static readonly long[] All = [.. Enumerable.Range(0, 32)];

    [Theory]
    [InlineData("z2")]
    [InlineData("p4m")]
    [InlineData("p6m")]
    public void Rows_do_not_depend_on_neighbours_or_places(string model) => Assert.True(Holds(model, padded: true));

    // Twin: batches as small as they come. The edges of blocks give other roundings, in one of the nets at least.
    [Fact]
    public void Batches_of_any_size_would_depend_on_them() =>
        Assert.Contains((string[])["z2", "p4m"], model => !Holds(model, padded: false));

    private bool Holds(string name, bool padded)
    {
        int threads = get_num_threads();
        set_num_threads(1);
        try
        {
            using var model = ModelSource.Open(nets.Of(name));
            var options = new PredictOptions(nets.Of(name), "synthetic:32", "unused") { Seed = 3, Orbit = OrbitKind.Lattice };
            using var images = ObjectImages.Open(options, model.Size);
            using var poses = new PoseSet(model, options.Orbit);
            string Rows(params long[] numbers) => Encoding.UTF8.GetString(
                new BatchPredictor(model, images, poses, padded ? options : options with { Batch = numbers.Length }).Predict(numbers).Text);
            string whole = Rows(All);
            return Cuts.All(cut => Rows(All[..cut]) + Rows(All[cut..]) == whole)
                && string.Concat(All.Select(i => Rows(i))) == whole
                && Rows([.. All.Reverse()]).Split('\n')[..^1].Reverse().SequenceEqual(whole.Split('\n')[..^1]);
        }
        finally
        {
            set_num_threads(threads);
        }
    }
}
