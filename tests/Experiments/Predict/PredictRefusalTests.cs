using GCnn.Experiments.Tests.Support;

namespace GCnn.Experiments.Tests.Predict;

[Collection(ConsoleCollection.Name)]
public sealed class PredictRefusalTests(SkyFolder sky, TrainedNets nets) : IClassFixture<TrainedNets>
{
    [Theory]
    [InlineData("--data synthetic:0", "--data synthetic:0: a number of galaxies from 1 to 2147483647 is needed, such as synthetic:10000.")]
    [InlineData("--batch 20", "--batch 20: a multiple of 16 from 16 to 4096 images is needed.")]
    [InlineData("--threads 0", "--threads 0: from 1 to 1024 threads are possible; this machine has ")]
    [InlineData("--seed -1", "--seed -1: a seed is 0 or a positive number.")]
    [InlineData("--orbit all", "--orbit all is not known; there are own, lattice, none.")]
    [InlineData("--on-bad 1", "--on-bad 1 is not known; there are row, skip, stop.")]
    [InlineData("--out /dev/null", "--out '/dev/null' is a folder or a device; name a file.")]
    [InlineData("--shard 1", "--shard 1: a rank and the number of ranks are needed, such as 0/4.")]
    [InlineData("--shard 0/2 --merge 2", "--shard predicts the objects of one rank, --merge puts all ranks together; give one of them")]
    [InlineData("--model p4m", "--model p4m names an untrained model, whose answers say nothing; give a checkpoint of gcnn galaxy --out.")]
    [InlineData("--model nowhere", "There is no such file, and as a model 'nowhere' is not known;")]
    [InlineData("--data nowhere", "There is no file or folder at 'nowhere'.")]
    public async Task What_makes_no_sense_is_one_sentence(string options, string sentence)
    {
        var given = new Dictionary<string, string> { ["--model"] = nets.Of("p4m"), ["--data"] = sky.Second, ["--out"] = sky.New(".csv") };
        string[] words = options.Split(' ');
        for (int i = 0; i < words.Length; i += 2)
            given[words[i]] = words[i + 1];
        Outcome outcome = await Outcome.Of(["predict", .. given.SelectMany(pair => (string[])[pair.Key, pair.Value])]);
        Assert.StartsWith(sentence, outcome.Sentence(), StringComparison.Ordinal);
    }
}
