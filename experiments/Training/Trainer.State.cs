using System.Text.Json.Nodes;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Experiments.Training;

public sealed partial class Trainer
{
    /// <summary>
    /// Everything that the rest of the training depends on. The tensors are the trainer's own, not copies: they are to be written or copied
    /// before the next step, and not to be disposed.
    /// </summary>
    public TrainerState State()
    {
        Dictionary<string, Tensor> tensors = new(StringComparer.Ordinal);
        Add(tensors, TrainerState.Net, _net.state_dict());
        _optimizer.Collect(tensors);
        Add(tensors, TrainerState.Average, _average?.Tensors);
        Add(tensors, TrainerState.Best, _best?.Tensors);
        _random?.Dispose();
        _random = random.get_rng_state().DetachFromDisposeScope();
        tensors.Add(TrainerState.Random, _random);
        return new TrainerState(tensors, Progress());
    }

    /// <summary>Goes on from a state of a trainer that was made alike.</summary>
    /// <param name="state">The state; its tensors are copied.</param>
    /// <exception cref="InvalidDataException">
    /// It is of another net, configuration or data, or no state; a few words say what is wrong, and the trainer is as it was.
    /// </exception>
    public void Restore(TrainerState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        JsonObject json = state.Progress;
        (int epochs, int step) = (StateJson.Whole(json, "epoch"), StateJson.Whole(json, "step"));
        if (json["config"]?.ToJsonString() != _config.ToJson().ToJsonString())
        {
            throw new InvalidDataException("it is of a training with another configuration");
        }

        if (StateJson.Whole(json, "steps") != _data.Steps || epochs > _config.Epochs || step > _data.Steps)
        {
            throw new InvalidDataException(
                $"it is at step {step} of {json["steps"]} of epoch {epochs + 1}, where there are {_config.Epochs} epochs of {_data.Steps} steps");
        }

        EpochRecord[] history = StateJson.Read(() => json["history"]!.AsArray().Select(EpochRecord.FromJson).ToArray());
        double? bestValue = json["best"] is { } value ? StateJson.Number(value) : null;
        (double lossSum, double seconds) = (StateJson.Number(json, "lossSum"), StateJson.Number(json, "seconds"));
        int waited = StateJson.Whole(json, "waited");
        if (history.Length != epochs)
        {
            throw new InvalidDataException($"it has the history of {history.Length} epochs after {epochs}");
        }

        Fill(state);
        _history.Clear();
        _history.AddRange(history);
        (EpochsDone, Step, _lossSum, _secondsBefore) = (epochs, step, lossSum, seconds);
        (_bestValue, _waited) = (bestValue, waited);
        _stopped = _config.EarlyStopping is { } stopping && waited >= stopping.Patience;
    }

    private static void Add(Dictionary<string, Tensor> to, string prefix, IReadOnlyDictionary<string, Tensor>? tensors)
    {
        foreach ((string name, Tensor tensor) in tensors ?? new Dictionary<string, Tensor>(StringComparer.Ordinal))
        {
            to.Add(prefix + name, tensor);
        }
    }

    private void Fill(TrainerState state)
    {
        var match = new TensorMatch(state.Tensors);
        match.Add(TrainerState.Net, _net.state_dict());
        Action rest = _optimizer.Match(match, state.Progress["optimizerSteps"]);
        match.Add(TrainerState.Average, _average?.Tensors ?? new Dictionary<string, Tensor>(StringComparer.Ordinal));
        bool hasBest = state.Progress["best"] is not null && _config.EarlyStopping is not null;
        NetCopy? best = hasBest ? _best ?? new NetCopy(_net) : null;
        using DisposeScope scope = NewDisposeScope();
        Tensor stream = random.get_rng_state();
        try
        {
            match.Add(TrainerState.Best, best?.Tensors ?? new Dictionary<string, Tensor>(StringComparer.Ordinal));
            match.Add(TrainerState.Random, stream);
            match.Close();
        }
        catch
        {
            if (best != _best)
            {
                best?.Dispose();
            }

            throw;
        }

        match.Copy();
        rest();
        random.set_rng_state(stream);
        if (best != _best)
        {
            _best?.Dispose();
            _best = best;
        }
    }

    private JsonObject Progress() => new()
    {
        ["config"] = _config.ToJson(),
        ["epoch"] = EpochsDone,
        ["step"] = Step,
        ["steps"] = _data.Steps,
        ["lossSum"] = _lossSum,
        ["seconds"] = SecondsOfEpoch,
        ["optimizerSteps"] = _optimizer.Steps(),
        ["history"] = new JsonArray([.. _history.Select(record => record.ToJson())]),
        ["best"] = _bestValue,
        ["waited"] = _waited,
        ["finished"] = Finished,
    };
}
