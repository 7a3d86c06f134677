namespace GCnn.Experiments.Tests.Support;

/// <summary>Checkpoints of small nets, which saw synthetic galaxies for an epoch.</summary>
public sealed class TrainedNets : IAsyncLifetime
{
    private readonly DirectoryInfo _place = Directory.CreateTempSubdirectory("gcnn-trained-");

    public const int Size = 17;

    /// <summary>The checkpoint of a model.</summary>
    public string Of(string model) => Path.Combine(_place.FullName, $"{model}.safetensors");

    public async Task InitializeAsync()
    {
        Outcome outcome = await Outcome.Of(
            "galaxy", "--size", $"{Size}", "--parameters", "1500", "--models", "z2,p4m,p6m", "--epochs", "1", "--threads", "1", "--out",
            _place.FullName);
        Assert.True(outcome.Code == 0, outcome.Error);
    }

    public Task DisposeAsync()
    {
        _place.Delete(recursive: true);
        return Task.CompletedTask;
    }
}
