using GCnn.Checkpoints;
using GCnn.Experiments.Kills;
using static TorchSharp.torch;

namespace GCnn.Experiments.Tests.Kills;

/// <summary>What counts as the same end of a training: weights and results to the last bit, and no times.</summary>
public sealed class TrainingResultLaws : IDisposable
{
    private readonly DirectoryInfo _place = Directory.CreateTempSubdirectory("gcnn-result-");

    [Fact]
    public void Times_do_not_count_and_everything_else_does()
    {
        const string Runs = """{"runs":[{"accuracy":0.5,"seconds_per_epoch":1,"history":[{"loss":2,"seconds":3}]}]}""";
        TrainingResult one = Result(1, Runs, "this");
        Assert.Equal(one, Result(1, Runs.Replace(":1,", ":7,", StringComparison.Ordinal).Replace(":3}", ":9}", StringComparison.Ordinal), "that"));
        Assert.NotEqual(one, Result(1, Runs.Replace("0.5", "0.50000001", StringComparison.Ordinal), "this"));
        Assert.NotEqual(one, Result(1, Runs.Replace("loss\":2", "loss\":2.5", StringComparison.Ordinal), "this"));
        Assert.NotEqual(one, Result(MathF.BitIncrement(1), Runs, "this"));
    }

    public void Dispose() => _place.Delete(recursive: true);

    private TrainingResult Result(float weight, string results, string note)
    {
        using Tensor tensor = full([3], weight);
        SafeTensors.Write(
            Path.Combine(_place.FullName, "p4m.safetensors"), new Dictionary<string, Tensor> { ["net.a"] = tensor },
            new Dictionary<string, string> { ["note"] = note });
        File.WriteAllText(Path.Combine(_place.FullName, "results.json"), results);
        return TrainingResult.Of(_place.FullName, "p4m");
    }
}
