using GCnn.Experiments.CommandLine;
using GCnn.Experiments.Data;
using GCnn.Experiments.Galaxy;
using GCnn.Experiments.Models;
using GCnn.Experiments.Tests.Support;
using GCnn.Experiments.Training;

namespace GCnn.Experiments.Tests.Models;

public sealed class ModelSourceTests : IDisposable
{
    private readonly DirectoryInfo _place = Directory.CreateTempSubdirectory("gcnn-model-");

    private string Target => Path.Combine(_place.FullName, "p4+aug.safetensors");

    [Fact]
    public void A_name_is_the_untrained_net_that_gcnn_galaxy_begins_with()
    {
        using var model = ModelSource.Open("p4m", parameters: 1500, seed: 3);
        Assert.Equal(("p4m", GalaxyTask.Morphology, GalaxyOptions.DefaultSize), (model.Name.Name, model.Task, model.Size));
        Assert.False(model.IsTrained || model.Net.training);
        using var generator = new TorchSharp.torch.Generator(3);
        using var begun = new GalaxyNet(model.Name.Groups, WidthSolver.Solve(model.Name.Groups, 3, 1500), 3, generator);
        Assert.Equal(MadeTraining.StateOf(begun), MadeTraining.StateOf(model.Net));
        Assert.Same(model.Net.Features, model.Features);
    }

    [Fact]
    public void Without_a_budget_it_is_as_wide_as_in_gcnn_galaxy()
    {
        using var model = ModelSource.Open("p4m");
        Assert.Equal(79_625, model.Net.parameters().Sum(parameter => parameter.NumberOfElements));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(32)]
    [InlineData(4096)]
    public void Any_size_may_be_asked_for(int size)
    {
        using var model = ModelSource.Open("p4", size, 1500);
        Assert.Equal(size, model.Size);
    }

    [Fact]
    public void A_checkpoint_is_its_trained_net()
    {
        string state = Write();
        using var model = ModelSource.Open(Target);
        Assert.Equal(("p4+aug", GalaxyTask.Morphology, MadeTraining.Size, 1), (model.Name.Name, model.Task, model.Size, model.Epochs));
        Assert.Equal(state, MadeTraining.StateOf(model.Net));
        Assert.True(model.IsTrained);
        using var larger = ModelSource.Open(Target, size: 32);
        Assert.Equal(32, larger.Size);
    }

    [Theory]
    [InlineData("p5", "There is no such file, and as a model 'p5' is not known; there are z2 and p1, ")]
    [InlineData("p2-p4", "There is no such file, and as a model 'p2-p4' is no chain of groups of which each holds the next")]
    [InlineData("/nowhere/p4.safetensors", "There is no such file, and as a model '/nowhere/p4.safetensors' is not known; ")]
    [InlineData("/tmp", "'/tmp' is a folder, and as a model '/tmp' is not known; ")]
    [InlineData("", "There is no such file, and as a model '' is not known; ")]
    public void What_is_neither_is_refused_with_what_there_is(string model, string sentence)
    {
        string message = Refusal(() => ModelSource.Open(model));
        Assert.StartsWith(sentence, message, StringComparison.Ordinal);
        Assert.EndsWith(" A checkpoint of gcnn galaxy --out is a model too.", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_that_make_no_sense_are_refused()
    {
        Assert.Equal("--size 0: from 1 to 4096 pixels are possible.", Refusal(() => ModelSource.Open("p4", size: 0)));
        Assert.Equal("--size 4097: from 1 to 4096 pixels are possible.", Refusal(() => ModelSource.Open("p4", size: 4097)));
        Assert.Equal(
            "--size 64: hexagons of p6m are stored on an odd number of rows and columns; use 65.",
            Refusal(() => ModelSource.Open("p6m", size: 64)));
        Assert.Equal("--parameters 3: a budget from 1000 to 50000000 is possible.", Refusal(() => ModelSource.Open("p4", parameters: 3)));
        Assert.Equal("--seed -1: a seed is 0 or a positive number.", Refusal(() => ModelSource.Open("p4", seed: -1)));
        Write();
        string own = $"--parameters and --seed are for models by name; the checkpoint {Target} has its own.";
        Assert.Equal(own, Refusal(() => ModelSource.Open(Target, parameters: 80_000)));
        Assert.Equal(own, Refusal(() => ModelSource.Open(Target, seed: 0)));
    }

    [Fact]
    public void A_damaged_checkpoint_is_refused()
    {
        File.WriteAllText(Target, "no checkpoint, but long enough to look like the beginning of one");
        Assert.Equal(
            $"{Target} is not a whole checkpoint (it is no safetensors file: by its first 8 bytes its header would have 7738140083766718318 bytes, and at most 100000000 are allowed). Give a file that gcnn galaxy --out has written.",
            Assert.Throws<InvalidDataException>(() => ModelSource.Open(Target)).Message);
    }

    public void Dispose() => _place.Delete(recursive: true);

    private string Write()
    {
        using var training = new MadeTraining();
        training.Run(1);
        Checkpoint.Write(Target, Checkpoint.Fingerprint("a run"), MadeTraining.Header, training.Trainer.State());
        return training.State;
    }

    private static string Refusal(Action open) => Assert.Throws<UsageException>(open).Message;
}
