using GCnn.Experiments.Tests.Support;

namespace GCnn.Experiments.Tests.Ranks;

[Collection(ConsoleCollection.Name)]
public sealed class PredictRanksTests(SkyFolder sky, TrainedNets nets) : IClassFixture<TrainedNets>
{
    [Fact]
    public async Task Two_processes_write_the_table_of_one_byte_for_byte()
    {
        (string one, string two) = (sky.New(".csv"), sky.New(".csv"));
        Assert.Equal(0, (await Outcome.Of(Command(one))).Code);
        Outcome together = await RankedProgram.Of(2, Command(two));
        Assert.True(together.Code == 0, together.Error);
        Assert.Equal(File.ReadAllBytes(one), File.ReadAllBytes(two));
        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(two)!, $"{Path.GetFileName(two)}.*-of-*"));
    }

    private string[] Command(string made) =>
        ["predict", "--model", nets.Of("p4m"), "--data", "synthetic:50", "--orbit", "none", "--threads", "1", "--out", made];
}
