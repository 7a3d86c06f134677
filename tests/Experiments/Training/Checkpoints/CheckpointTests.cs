using System.Text;
using System.Text.Json.Nodes;
using GCnn.Checkpoints;
using GCnn.Experiments.Models;
using GCnn.Experiments.Tests.Support;
using GCnn.Experiments.Training;
using static TorchSharp.torch;

namespace GCnn.Experiments.Tests.Training.Checkpoints;

public sealed class CheckpointTests : IDisposable
{
    private static readonly string Fingerprint = Checkpoint.Fingerprint("this run");
    private static readonly Lazy<TrainerState> AfterOneEpoch = new(() =>
    {
        using var training = new MadeTraining();
        training.Run(1);
        return training.Saved();
    });

    private static readonly Lazy<string> Untouched = new(() =>
    {
        using var training = new MadeTraining();
        return training.State;
    });

    private readonly DirectoryInfo _place = Directory.CreateTempSubdirectory("gcnn-checkpoint-");
    private readonly MadeTraining _fresh = new();

    private string Target => Path.Combine(_place.FullName, "p4.safetensors");

    [Fact]
    public void What_was_written_is_read()
    {
        Written();
        Assert.True(Checkpoint.TryRead(Target, Fingerprint, _fresh.Trainer.Restore));
        Assert.Equal(1, _fresh.Trainer.EpochsDone);
        TrainerState expected = AfterOneEpoch.Value, found = _fresh.Saved();
        Assert.Equal(expected.Progress.ToJsonString(), found.Progress.ToJsonString());
        Assert.Equal(Lines(expected), Lines(found));
    }

    [Fact]
    public void Its_metadata_say_what_the_net_is_and_how_far_its_training_has_come()
    {
        Written();
        using SafeTensorsFile file = SafeTensors.Open(Target);
        file.Verify();
        string[] said = [.. ((string[])["gcnn", "format", "fingerprint", "model", "groups", "task", "classes", "size", "widths", "epoch", "step"]).Select(name => file.Metadata[name])];
        Assert.Equal(
            ["checkpoint 4", "pt", Fingerprint, "p4+aug", "p4", "morphology", "[\"smooth\",\"spiral\",\"edge-on\"]", "17", "2,2,2,2,3", "1", "0"], said);
        Assert.Equal(16, JsonNode.Parse(file.Metadata["config"])!["batch"]!.GetValue<int>());
        Assert.Single(JsonNode.Parse(file.Metadata["history"])!.AsArray());
        Assert.False(JsonNode.Parse(file.Metadata["progress"])!["finished"]!.GetValue<bool>());
        Assert.All((string[])["version", "engine", "machine"], part => Assert.NotEmpty(JsonNode.Parse(file.Metadata["provenance"])![part]!.GetValue<string>()));
        Assert.Contains(file.Tensors, entry => entry.Name == "net.classifier.weight");
        Assert.Contains(file.Tensors, entry => entry.Name == "optimizer.classifier.weight.exp_avg");
    }

    [Fact]
    public void A_checkpoint_of_another_run_is_not_used()
    {
        Written();
        Assert.False(Checkpoint.TryRead(Target, Checkpoint.Fingerprint("another run"), _fresh.Trainer.Restore));
        Assert.Equal((0, Untouched.Value), (_fresh.Trainer.EpochsDone, _fresh.State));
    }

    [Fact]
    public void A_file_cut_short_anywhere_is_refused_and_changes_nothing()
    {
        byte[] whole = Written();
        int[] places = [.. Enumerable.Range(0, 200), .. Enumerable.Range(0, 20).Select(i => 200 + ((whole.Length - 201) * i / 19))];
        Assert.Equal(whole.Length - 1, places[^1]);
        foreach (int length in places)
            Refused(whole[..length], $"cut to {length} bytes");
    }

    [Fact]
    public void A_changed_byte_anywhere_is_refused_and_changes_nothing()
    {
        byte[] whole = Written();
        for (int i = 0; i < whole.Length; i += Math.Max(1, i / 60))
        {
            byte[] changed = [.. whole];
            changed[i] ^= 0x41;
            Refused(changed, $"byte {i} changed");
        }
    }

    [Fact]
    public void Foreign_files_are_refused()
    {
        Refused([], "empty");
        Refused("model,accuracy\nz2,0.9\n"u8.ToArray(), "a table");
        Refused("PK\u0003\u0004 and the rest of a PyTorch file"u8.ToArray(), "a zip");
        Refused(new byte[10_000], "zeros");
        Refused([.. Written(), 0], "one byte more");
        using Tensor one = ones(1);
        SafeTensors.Write(Target, new Dictionary<string, Tensor> { ["weight"] = one });
        Assert.Contains("(it has not the metadata of gcnn)", Refused(File.ReadAllBytes(Target), "anybody's tensors"), StringComparison.Ordinal);
    }

    [Fact]
    public void Files_of_other_versions_are_refused_with_the_reason()
    {
        foreach (string version in (string[])["1", "2", "3"])
        {
            File.WriteAllBytes(Target, [.. Encoding.ASCII.GetBytes($"GCnn galaxy checkpoint {version}\n"), .. new byte[500]]);
            OtherVersion("an older");
        }

        Forge(metadata => metadata["gcnn"] = "checkpoint 5");
        OtherVersion("a newer");
        Forge(metadata => metadata["gcnn"] = "checkpoint 3");
        OtherVersion("an older");
    }

    [Theory]
    [InlineData("epoch", "-1", "its epoch is -1 where a whole number belongs")]
    [InlineData("epoch", "4", "it is at step 0 of ")]
    [InlineData("step", "99", "it is at step 99 of ")]
    [InlineData("steps", "7", "it is at step 0 of 7 ")]
    [InlineData("lossSum", "\"NaN\"", "it has \"NaN\" where a number belongs")]
    [InlineData("waited", "null", "its waited is not there where a whole number belongs")]
    [InlineData("optimizerSteps", "[1]", "")]
    public void A_state_that_makes_no_sense_is_refused_even_with_the_right_checksum(string key, string value, string reason)
    {
        Forge(metadata =>
        {
            JsonObject progress = JsonNode.Parse(metadata["progress"])!.AsObject();
            progress[key] = JsonNode.Parse(value);
            metadata["progress"] = progress.ToJsonString();
        });
        Assert.Contains($" is not a whole checkpoint ({reason}", Refused(File.ReadAllBytes(Target), key), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("progress", "[]")]
    [InlineData("progress", "{")]
    [InlineData("progress", "null")]
    [InlineData("history", "{}")]
    [InlineData("history", "[3]")]
    [InlineData("history", "[")]
    [InlineData("config", "{}")]
    [InlineData("config", "null")]
    [InlineData("progress", "{\"epoch\":1,\"epoch\":1}")]
    [InlineData("progress", null)]
    [InlineData("history", null)]
    [InlineData("config", null)]
    public void A_description_that_is_none_is_refused(string key, string? value)
    {
        Forge(metadata =>
        {
            metadata.Remove(key);
            if (value is not null)
                metadata[key] = value;
        });
        Refused(File.ReadAllBytes(Target), $"{key} {value}");
    }

    [Fact]
    public void Tensors_of_another_net_are_refused_even_with_the_right_checksum()
    {
        using var scope = NewDisposeScope();
        void Changed(string what, Action<Dictionary<string, Tensor>> change)
        {
            TrainerState state = AfterOneEpoch.Value;
            Dictionary<string, Tensor> tensors = new(state.Tensors);
            change(tensors);
            Checkpoint.Write(Target, Fingerprint, MadeTraining.Header, state with { Tensors = tensors });
            Refused(File.ReadAllBytes(Target), what);
        }

        Changed("a tensor less", tensors => tensors.Remove("net.classifier.bias"));
        Changed("a moment less", tensors => tensors.Remove("optimizer.classifier.bias.exp_avg"));
        Changed("a tensor more", tensors => tensors["net.more"] = ones(1));
        Changed("another shape", tensors => tensors["net.classifier.bias"] = ones(4));
        Changed("another type", tensors => tensors["net.classifier.bias"] = ones(3, ScalarType.Float64));
    }

    [Fact]
    public void Its_net_is_built_again_from_the_file_alone()
    {
        Written();
        using var trained = new MadeTraining();
        trained.Load(AfterOneEpoch.Value);
        (CheckpointHeader header, GalaxyNet net, int epochs) = Checkpoint.ReadNet(Target);
        using (net)
        {
            Assert.Equal((MadeTraining.Header, 1), (header, epochs));
            Assert.Equal("p4+aug morphology 17 2,2,2,2,3", $"{header}");
            Assert.Equal(trained.State, MadeTraining.StateOf(net));
        }
    }

    [Fact]
    public void The_net_that_is_measured_is_the_averaged_one_and_after_the_end_the_best()
    {
        using var scope = NewDisposeScope();
        TrainerState state = AfterOneEpoch.Value;
        Dictionary<string, Tensor> tensors = new(state.Tensors);
        foreach ((string name, Tensor tensor) in state.Tensors.Where(entry => entry.Key.StartsWith("net.", StringComparison.Ordinal)))
            (tensors["ema." + name[4..]], tensors["best." + name[4..]]) = (tensor + 1, tensor + 2);
        float Bias(Action<string, TrainerState> write, bool isFinished)
        {
            JsonObject progress = state.Progress.DeepClone().AsObject();
            progress["finished"] = isFinished;
            write(Target, new TrainerState(tensors, progress));
            (_, GalaxyNet net, _) = Checkpoint.ReadNet(Target);
            using (net)
                return (net.Classifier.bias! - tensors["net.classifier.bias"]).mean().item<float>();
        }

        Action<string, TrainerState>[] ways =
        [
            (path, made) => Checkpoint.Write(path, Fingerprint, MadeTraining.Header, made),
            (path, made) => Checkpoint.WriteNet(path, Fingerprint, MadeTraining.Header, made),
        ];
        foreach (Action<string, TrainerState> way in ways)
        {
            Assert.Equal(1, Bias(way, isFinished: false), 1e-6);
            Assert.Equal(2, Bias(way, isFinished: true), 1e-6);
        }

        using SafeTensorsFile net = SafeTensors.Open(Target);
        Assert.All(net.Tensors, entry => Assert.StartsWith("net.", entry.Name, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("model", "p5", "its model 'p5' is not known; ")]
    [InlineData("model", "p2-p4", "its model 'p2-p4' is no chain of groups of which each holds the next")]
    [InlineData("model", null, "its metadata do not say its model")]
    [InlineData("task", "colour", "its task 'colour' is not known")]
    [InlineData("size", "0", "it says '0' where a number from 1 to 1025 belongs")]
    [InlineData("size", "-1", "it says '-1' where a number from 1 to 1025 belongs")]
    [InlineData("widths", "2,2,2,3", "it gives 4 widths to 5 convolutions")]
    [InlineData("widths", "2,2,2,2,9999999999999", "it says '9999999999999' where a number from 1 to 1000000 belongs")]
    [InlineData("widths", "1000000,1000000,1,1,1", "its widths 1000000,1000000,1,1,1 make more than 50000000 parameters")]
    [InlineData("widths", "300,300,300,30,30", "its widths make a net of ")]
    [InlineData("widths", "1,1,1,1,1", "it does not fit the GalaxyNet: ")]
    [InlineData("task", "handedness", "it does not fit the GalaxyNet: ")]
    [InlineData("epoch", "many", "its epoch is 'many' where a whole number belongs")]
    [InlineData("epoch", "99999999999", "its epoch is '99999999999' where a whole number belongs")]
    [InlineData("epoch", null, "its epoch is 'nowhere' where a whole number belongs")]
    [InlineData("progress", null, "its description of the training is not as it should be")]
    public void A_header_that_does_not_fit_is_refused_even_with_the_right_checksum(string key, string? value, string reason)
    {
        Forge(metadata =>
        {
            metadata.Remove(key);
            if (value is not null)
                metadata[key] = value;
        });
        string message = Assert.Throws<InvalidDataException>(() => Checkpoint.ReadNet(Target)).Message;
        Assert.Contains($" is not a whole checkpoint ({reason}", message, StringComparison.Ordinal);
        Assert.EndsWith("). Give a file that gcnn galaxy --out has written.", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("classes-3", "[\"a\",\"b\",\"c\"]", "a b c")]
    [InlineData("classes-3", null, "0 1 2")]
    [InlineData("morphology", "[\"a\"]", "smooth spiral edge-on")]
    public void Classes_that_the_data_gave_keep_their_names(string task, string? classes, string expected)
    {
        Forge(metadata =>
        {
            metadata["task"] = task;
            metadata.Remove("classes");
            if (classes is not null)
                metadata["classes"] = classes;
        });
        (CheckpointHeader header, GalaxyNet net, _) = Checkpoint.ReadNet(Target);
        net.Dispose();
        Assert.Equal(expected, string.Join(' ', header.Task.Classes));
    }

    [Fact]
    public void Fingerprints_tell_facts_apart()
    {
        string[][] facts = [["a", "b"], ["b", "a"], ["ab"], ["a"]];
        string[] prints = Array.ConvertAll(facts, Checkpoint.Fingerprint);
        Assert.Equal(4, prints.Distinct().Count());
        Assert.Equal(Checkpoint.Fingerprint("a", "b"), prints[0]);
    }

    public void Dispose()
    {
        _fresh.Dispose();
        _place.Delete(recursive: true);
    }

    private static string[] Lines(TrainerState state) =>
        [.. state.Tensors.Select(entry => $"{entry.Key} {Convert.ToHexString(entry.Value.detach().contiguous().bytes)}").Order(StringComparer.Ordinal)];

    private byte[] Written()
    {
        Checkpoint.Write(Target, Fingerprint, MadeTraining.Header, AfterOneEpoch.Value);
        return File.ReadAllBytes(Target);
    }

    /// <summary>Changes the metadata of a whole file, which gets the right checksum again.</summary>
    private void Forge(Action<Dictionary<string, string>> change)
    {
        Written();
        using var scope = NewDisposeScope();
        Dictionary<string, string> metadata;
        IReadOnlyDictionary<string, Tensor> tensors;
        using (SafeTensorsFile file = SafeTensors.Open(Target))
            (metadata, tensors) = (new(file.Metadata), file.ReadAll());
        metadata.Remove("sha256");
        change(metadata);
        SafeTensors.Write(Target, tensors, metadata);
    }

    // Before anything is loaded: the trainer is as it was.
    private string Refused(byte[] content, string what)
    {
        File.WriteAllBytes(Target, content);
        Exception? refusal = Record.Exception(() => Checkpoint.TryRead(Target, Fingerprint, _fresh.Trainer.Restore));
        Assert.True(refusal is InvalidDataException, $"{what}: {refusal}");
        Assert.StartsWith($"{Target} is not a whole checkpoint (", refusal.Message, StringComparison.Ordinal);
        Assert.EndsWith("). Delete it to train anew.", refusal.Message, StringComparison.Ordinal);
        Assert.Equal((0, Untouched.Value), (_fresh.Trainer.EpochsDone, _fresh.State));
        return refusal.Message;
    }

    private void OtherVersion(string age)
    {
        Assert.Equal(
            $"{Target} was written by {age} version of gcnn; delete it to train again.",
            Assert.Throws<InvalidDataException>(() => Checkpoint.TryRead(Target, Fingerprint, _fresh.Trainer.Restore)).Message);
        Assert.Equal(
            $"{Target} was written by {age} version of gcnn; train again.",
            Assert.Throws<InvalidDataException>(() => Checkpoint.ReadNet(Target)).Message);
    }
}
