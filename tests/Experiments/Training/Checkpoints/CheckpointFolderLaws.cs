using System.Text.Json.Nodes;
using GCnn.Experiments.Tests.Support;
using GCnn.Experiments.Training;

namespace GCnn.Experiments.Tests.Training.Checkpoints;

public sealed class CheckpointFolderLaws : IDisposable
{
    private static readonly string Fingerprint = Checkpoint.Fingerprint("this run");

    private readonly DirectoryInfo _place = Directory.CreateTempSubdirectory("gcnn-checkpoints-");
    private readonly MadeTraining _training = new();

    private string Inside => Path.Combine(_place.FullName, CheckpointFolder.Name);

    [Fact]
    public void The_last_ones_and_the_best_are_kept()
    {
        CheckpointFolder folder = New(keep: 2);
        folder.Save(Made(0, 5));
        folder.Save(Made(1, 0, 0.5));
        folder.Save(Made(2, 0, 0.5, 0.7));
        folder.Save(Made(2, 7, 0.5, 0.7));
        folder.Save(Made(3, 0, 0.5, 0.7, 0.6));
        Assert.Equal(["p4.best.safetensors", "p4.epoch-0002.step-000007.safetensors", "p4.epoch-0003.step-000000.safetensors"], Names());
        Assert.Equal(2, Checkpoint.ReadNet(folder.Best).Epochs);
        folder.Finish(Made(3, 0, 0.5, 0.7, 0.6));
        Assert.Equal(Path.Combine(_place.FullName, "p4.safetensors"), folder.Finished);
        Assert.Equal(3, Checkpoint.ReadNet(folder.Finished).Epochs);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void As_many_are_kept_as_are_asked_for(int keep)
    {
        CheckpointFolder folder = New(keep);
        for (int step = 1; step <= 5; step++)
            folder.Save(Made(0, step));
        Assert.Equal(Enumerable.Range(6 - keep, keep).Select(step => $"p4.epoch-0000.step-{step:000000}.safetensors"), Names());
    }

    [Fact]
    public void The_best_is_by_the_metric_that_stops_the_training_early()
    {
        CheckpointFolder folder = New();
        double[] scores = [0.5, 0.7, 0.6];
        for (int epoch = 1; epoch <= scores.Length; epoch++)
        {
            TrainerState state = Made(epoch, 0, scores[..epoch]);
            // Of the calibration error less is better.
            string json = state.Progress.ToJsonString().Replace("balanced-accuracy", "calibration-error", StringComparison.Ordinal);
            JsonObject progress = JsonNode.Parse(json)!.AsObject();
            progress["config"]!["earlyStopping"] = new JsonObject { ["metric"] = "calibration-error", ["patience"] = 5 };
            folder.Save(state with { Progress = progress });
        }

        Assert.Equal(1, Checkpoint.ReadNet(folder.Best).Epochs);
    }

    [Fact]
    public void The_newest_is_gone_on_from()
    {
        CheckpointFolder folder = New();
        foreach (int step in (int[])[8, 9, 10])
            folder.Save(Made(0, step));
        Assert.Equal((10, Path.Combine(Inside, "p4.epoch-0000.step-000010.safetensors"), 0), Resumed(out _));
        File.Move(Path.Combine(Inside, "p4.epoch-0000.step-000010.safetensors"), Path.Combine(Inside, "p4.epoch-0001.step-000000.safetensors"));
        Assert.Equal(10, Resumed(out _).Step);
    }

    [Fact]
    public void A_damaged_newest_one_falls_back_to_the_one_before_and_says_so()
    {
        CheckpointFolder folder = New(keep: 3);
        foreach (int step in (int[])[1, 2, 3])
            folder.Save(Made(0, step));
        string[] files = [.. Directory.GetFiles(Inside).Order(StringComparer.Ordinal)];
        File.WriteAllBytes(files[2], File.ReadAllBytes(files[2])[..^9]);
        byte[] flipped = File.ReadAllBytes(files[1]);
        flipped[^3] ^= 4;
        File.WriteAllBytes(files[1], flipped);
        Assert.Equal((1, files[0], 2), Resumed(out Resumption found));
        Assert.StartsWith($"{files[2]} is not a whole checkpoint (it is cut short: ", found.Damaged[0], StringComparison.Ordinal);
        Assert.Equal(
            $"{files[1]} is not a whole checkpoint (it does not fit its checksum: it was changed after it had been written). The one before it is used.",
            found.Damaged[1]);
    }

    [Fact]
    public void A_state_that_is_not_taken_falls_back_too()
    {
        CheckpointFolder folder = New();
        folder.Save(Made(0, 1));
        folder.Save(Made(0, 2));
        int taken = 0;
        Resumption found = New().Resume(state =>
        {
            int step = state.Progress["step"]!.GetValue<int>();
            taken = step == 2 ? throw new InvalidDataException("it is of a training with another configuration") : step;
        });
        Assert.Equal(1, taken);
        Assert.Contains("(it is of a training with another configuration)", Assert.Single(found.Damaged), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_none_is_whole_nothing_is_begun_anew_without_a_word()
    {
        CheckpointFolder folder = New();
        folder.Save(Made(0, 1));
        folder.Save(Made(0, 2));
        foreach (string file in Directory.GetFiles(Inside))
            File.WriteAllText(file, "damaged");
        Assert.Equal(
            $"{Path.Combine(Inside, "p4.epoch-0000.step-000002.safetensors")} is not a whole checkpoint (it is no safetensors file: it has 7 bytes, "
            + "and the length of its header alone takes 8). Delete it to train anew.",
            Assert.Throws<InvalidDataException>(() => New().Resume(_ => { })).Message);
    }

    [Fact]
    public void A_damaged_best_one_is_said_and_written_again_when_there_is_a_better()
    {
        CheckpointFolder folder = New();
        folder.Save(Made(1, 0, 0.5));
        File.WriteAllText(folder.Best, "damaged");
        CheckpointFolder again = New();
        Resumption found = again.Resume(_ => { });
        Assert.EndsWith(" It is written again after the next epoch that is better.", Assert.Single(found.Damaged), StringComparison.Ordinal);
        again.Save(Made(2, 0, 0.5, 0.4));
        Assert.False(File.Exists(folder.Best));
        again.Save(Made(3, 0, 0.5, 0.4, 0.6));
        Assert.Equal(3, Checkpoint.ReadNet(folder.Best).Epochs);
    }

    [Fact]
    public void Checkpoints_of_another_run_are_replaced_once_there_is_one_of_this()
    {
        CheckpointFolder other = new(_place.FullName, "p4", MadeTraining.Header, Checkpoint.Fingerprint("another"));
        other.Save(Made(8, 0, 1, 2, 3, 4, 5, 6, 7, 8));
        other.Finish(Made(9, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9));
        CheckpointFolder folder = New();
        Resumption found = folder.Resume(_ => Assert.Fail("It is of another run."));
        Assert.Equal((null, Path.Combine(Inside, "p4.epoch-0008.step-000000.safetensors")), (found.From, found.Others));
        Assert.Equal(2, Names().Length);
        folder.Save(Made(0, 1));
        Assert.Equal(["p4.epoch-0000.step-000001.safetensors"], Names());
        Assert.False(File.Exists(folder.Finished));
    }

    [Fact]
    public void A_newer_one_of_another_run_does_not_hide_ours()
    {
        New().Save(Made(0, 1));
        Checkpoint.Write(Path.Combine(Inside, "p4.epoch-0008.step-000000.safetensors"), Checkpoint.Fingerprint("another"), MadeTraining.Header, Made(8, 0));
        Assert.Equal(1, Resumed(out Resumption found).Step);
        Assert.Null(found.Others);
    }

    [Fact]
    public void What_killed_runs_were_writing_is_deleted_and_files_of_others_stay()
    {
        Directory.CreateDirectory(Inside);
        string number = Guid.NewGuid().ToString("N");
        string[] left = [$".p4.epoch-0001.step-000002.safetensors.{number}.tmp", $".p4.best.safetensors.{number}.tmp"];
        string[] others =
        [
            $".p4m.best.safetensors.{number}.tmp", $".p4.time.epoch-0001.step-000002.safetensors.{number}.tmp", "p4m.epoch-0001.step-000000.safetensors",
            "p4.epoch-1.step-0.safetensors", "p4.notes.txt", "p4.time.best.safetensors",
        ];
        foreach (string name in (string[])[.. left, .. others])
            File.WriteAllText(Path.Combine(Inside, name), "");
        New().Save(Made(0, 1));
        Assert.Equal([.. others.Append("p4.epoch-0000.step-000001.safetensors").Order(StringComparer.Ordinal)], Names());
    }

    [Fact]
    public void The_new_one_is_there_before_an_old_one_goes()
    {
        CheckpointFolder folder = New(keep: 1);
        folder.Save(Made(0, 1));
        // A folder in the place of the next one: it cannot be written.
        Directory.CreateDirectory(Path.Combine(Inside, "p4.epoch-0000.step-000002.safetensors"));
        Assert.Throws<IOException>(() => folder.Save(Made(0, 2)));
        Assert.Equal(["p4.epoch-0000.step-000001.safetensors"], Names());
        Assert.Equal(1, Resumed(out _).Step);
    }

    [Fact]
    public void A_folder_without_any_begins_anew()
    {
        Resumption found = New().Resume(_ => Assert.Fail("There is nothing."));
        Assert.Equal((null, 0, null), (found.From, found.Damaged.Count, found.Others));
        Assert.Empty(_place.GetFileSystemInfos());
    }

    [Fact]
    public void None_to_keep_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => New(keep: 0));

    public void Dispose()
    {
        _training.Dispose();
        _place.Delete(recursive: true);
    }

    private CheckpointFolder New(int keep = CheckpointFolder.DefaultKeep) => new(_place.FullName, "p4", MadeTraining.Header, Fingerprint, keep);

    private (int Step, string? From, int Damaged) Resumed(out Resumption found)
    {
        int step = -1;
        found = New().Resume(state => step = state.Progress["step"]!.GetValue<int>());
        return (step, found.From, found.Damaged.Count);
    }

    private string[] Names() => [.. Directory.GetFiles(Inside).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    /// <summary>A state after some epochs and steps, with the scores of the epochs.</summary>
    private TrainerState Made(int epoch, int step, params double[] scores) => new(
        _training.Trainer.State().Tensors,
        new JsonObject
        {
            ["epoch"] = epoch, ["step"] = step, ["finished"] = false, ["config"] = new JsonObject(),
            ["history"] = new JsonArray([.. scores.Select((score, i) =>
                new EpochRecord(i + 1, 1, 0.1, 1, new Dictionary<string, double> { ["balanced-accuracy"] = score }).ToJson())]),
        });
}
