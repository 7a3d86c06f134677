using System.Text.Json.Nodes;
using GCnn.Experiments.Evaluation;

namespace GCnn.Experiments.Training;

/// <summary>
/// The checkpoints of one training: the last few and, under names of their own, the net after its best epoch and the finished net. A file
/// is deleted only when the one that replaces it is in its place, so whatever moment a run is killed at, it can go on.
/// </summary>
public sealed class CheckpointFolder
{
    /// <summary>Checkpoints that are kept, unless asked otherwise.</summary>
    public const int DefaultKeep = 2;

    /// <summary>The folder in <c>--out</c> for what only a run itself needs.</summary>
    public const string Name = "checkpoints";

    private readonly string _folder;
    private readonly CheckpointName _names;
    private readonly CheckpointHeader _header;
    private readonly string _fingerprint;
    private readonly int _keep;
    private readonly List<string> _kept = [];
    private bool _isCleared;

    /// <summary>Describes the checkpoints of a training; nothing is read or written yet.</summary>
    /// <param name="folder">The folder of <c>--out</c>.</param>
    /// <param name="name">The model's name, with whatever tells it apart from the same model in the same folder.</param>
    /// <param name="header">What the net is.</param>
    /// <param name="fingerprint">The run's fingerprint.</param>
    /// <param name="keep">How many of the last ones to keep, at least 1.</param>
    public CheckpointFolder(string folder, string name, CheckpointHeader header, string fingerprint, int keep = DefaultKeep)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(header);
        ArgumentOutOfRangeException.ThrowIfLessThan(keep, 1);
        (_folder, _names, _header, _fingerprint, _keep) = (Path.Combine(folder, Name), new CheckpointName(name), header, fingerprint, keep);
        (Finished, Best) = (Path.Combine(folder, _names.Finished), Path.Combine(_folder, _names.Best));
    }

    /// <summary>Where the finished net is written.</summary>
    public string Finished { get; }

    /// <summary>Where the net after its best epoch is written.</summary>
    public string Best { get; }

    /// <summary>Goes on from the newest checkpoint of this run that is whole, if there is one.</summary>
    /// <param name="restore">
    /// Takes a state, whose tensors live until it returns; throws an <see cref="InvalidDataException"/> where it does not fit.
    /// </param>
    /// <returns>What was found.</returns>
    /// <exception cref="InvalidDataException">There are checkpoints, none of them is whole; one sentence about the newest.</exception>
    public Resumption Resume(Action<TrainerState> restore)
    {
        List<string> damaged = [], whole = [];
        string? others = null;
        string[] newest = [.. Newest()];
        foreach (string path in newest)
        {
            // Those before the one that is gone on from are only looked at: they may be kept.
            bool? isOurs = TryRead(path, whole.Count == 0 ? restore : _ => { }, "The one before it is used.", damaged);
            others ??= isOurs == false ? path : null;
            whole.AddRange(isOurs == true ? [path] : []);
        }

        if (whole.Count == 0 && others is null && damaged.Count > 0)
        {
            // Refused again, now with the advice for the last one that there is.
            Checkpoint.TryRead(newest[0], _fingerprint, restore);
        }

        if (whole.Count > 0 && File.Exists(Best))
        {
            TryRead(Best, _ => { }, "It is written again after the next epoch that is better.", damaged);
        }

        _kept.AddRange(whole.Take(_keep).Reverse());
        return new Resumption(whole.FirstOrDefault(), damaged, whole.Count == 0 ? others : null);
    }

    /// <summary>Writes a state, then deletes what it replaces. After an epoch that was the best so far its net is written first.</summary>
    /// <param name="state">The state.</param>
    /// <exception cref="IOException">A file could not be written; one sentence, and the files before are still there.</exception>
    public void Save(TrainerState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        Directory.CreateDirectory(_folder);
        int step = StateJson.Whole(state.Progress, "step");
        if (step == 0 && IsBest(state.Progress))
        {
            Checkpoint.WriteNet(Best, _fingerprint, _header, state);
        }

        string path = Path.Combine(_folder, _names.At(state.Epochs, step));
        Checkpoint.Write(path, _fingerprint, _header, state);
        _kept.Remove(path);
        _kept.Add(path);
        _kept.RemoveRange(0, Math.Max(0, _kept.Count - _keep));
        DeleteOthers();
    }

    /// <summary>Writes the finished net.</summary>
    /// <param name="state">The state after the last step.</param>
    /// <exception cref="IOException">The file could not be written; one sentence.</exception>
    public void Finish(TrainerState state) => Checkpoint.WriteNet(Finished, _fingerprint, _header, state);

    // By the metric that stops the training early, or the first of these that is measured.
    private static bool IsBest(JsonObject progress)
    {
        EpochRecord[] history = StateJson.Read(() => (progress["history"] as JsonArray ?? []).Select(EpochRecord.FromJson).ToArray());
        string? asked = progress["config"]?["earlyStopping"]?["metric"]?.ToString();
        Metric[] metrics =
            [.. Metric.All.Where(metric => metric.Name == asked), Metric.BalancedAccuracy, Metric.Rmse, Metric.Accuracy, Metric.Loss];
        return history.Length > 0 && Array.Find(metrics, metric => history[^1].Score(metric) is not null) is { } first
            && Array.TrueForAll(history[..^1], before => first.IsBetter(history[^1].Score(first)!.Value, before.Score(first)));
    }

    private IEnumerable<string> Newest() => !Directory.Exists(_folder) ? [] : Directory.GetFiles(_folder)
        .Select(path => (Path: path, Moment: _names.Moment(Path.GetFileName(path))))
        .Where(file => file.Moment is not null)
        .OrderByDescending(file => file.Moment!.Value.Epoch).ThenByDescending(file => file.Moment!.Value.Step)
        .Select(file => file.Path);

    // What other runs and killed ones have left; the finished net and the best of another run are not this one's either.
    private void DeleteOthers()
    {
        IEnumerable<string> temporary = new[] { _folder, Path.GetDirectoryName(Finished)! }
            .SelectMany(Directory.GetFiles).Where(path => _names.IsTemporary(Path.GetFileName(path)));
        IEnumerable<string> foreign = _isCleared ? [] : new[] { Finished, Best }
            .Where(path => File.Exists(path) && TryRead(path, _ => { }, "", []) != true);
        foreach (string path in (string[])[.. Newest().Except(_kept), .. temporary, .. foreign])
        {
            File.Delete(path);
        }

        _isCleared = true;
    }

    private bool? TryRead(string path, Action<TrainerState> read, string advice, List<string> damaged)
    {
        try
        {
            return Checkpoint.TryRead(path, _fingerprint, read, advice);
        }
        catch (InvalidDataException bad)
        {
            damaged.Add(bad.Message);
            return null;
        }
    }
}
