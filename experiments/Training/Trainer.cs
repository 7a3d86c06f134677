using System.Diagnostics;
using GCnn.Distributed;
using GCnn.Experiments.CommandLine;
using static TorchSharp.torch;

namespace GCnn.Experiments.Training;

/// <summary>
/// Trains any net on any data for any objective. Between any two steps its state can be kept, and a trainer that gets it goes on to the
/// same
/// end, bit for bit.
/// </summary>
/// <remarks>
/// A step: the gradient of <c>Σ losses / Σ weights</c>, the sums over all ranks; shortened to <see cref="TrainingConfig.Clip"/>
/// [Pascanu2013]; the optimiser with the rate of the <see cref="Schedule"/>; and the average follows.
/// </remarks>
public sealed partial class Trainer : IDisposable
{
    private readonly nn.Module<Tensor, Tensor> _net;
    private readonly ITrainingData _data;
    private readonly IObjective _objective;
    private readonly TrainingConfig _config;
    private readonly IGradientExchange _exchange;
    private readonly WeightOptimizer _optimizer;
    private readonly NetCopy? _average;
    private readonly List<EpochRecord> _history = [];
    private readonly Stopwatch _clock = new();
    private NetCopy? _best;
    private double? _bestValue;
    private int _waited;
    private bool _stopped;
    private double _lossSum;
    private double _secondsBefore;
    private Tensor? _random;

    /// <summary>Prepares the training.</summary>
    /// <param name="net">The net, freshly initialised, and alike on all ranks.</param>
    /// <param name="data">What it learns from.</param>
    /// <param name="objective">What it learns to do.</param>
    /// <param name="config">How.</param>
    /// <param name="exchange">The other processes that train it; none if null.</param>
    /// <exception cref="ArgumentException">There is no step in an epoch.</exception>
    public Trainer(
        nn.Module<Tensor, Tensor> net, ITrainingData data, IObjective objective, TrainingConfig config, IGradientExchange? exchange = null)
    {
        ArgumentNullException.ThrowIfNull(net);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(objective);
        ArgumentNullException.ThrowIfNull(config);
        if (data.Steps < 1)
        {
            throw new ArgumentException($"Trainer: an epoch of {data.Steps} steps was given; at least one is needed.", nameof(data));
        }

        (_net, _data, _objective, _config, _exchange) = (net, data, objective, config, exchange ?? Alone.Instance);
        _exchange.Attach(net);
        _optimizer = new WeightOptimizer(net, config.Optimizer);
        _average = config.Ema is null ? null : new NetCopy(net);
    }

    /// <summary>The epochs that are done.</summary>
    public int EpochsDone { get; private set; }

    /// <summary>The steps that are done of the epoch under way.</summary>
    public int Step { get; private set; }

    /// <summary>The steps that are done in all.</summary>
    public long StepsDone => ((long)EpochsDone * _data.Steps) + Step;

    /// <summary>Whether there is nothing more to do: the last epoch is done, or none was better for a while.</summary>
    public bool Finished => _stopped || EpochsDone == _config.Epochs;

    /// <summary>Seconds spent in steps so far.</summary>
    public double Seconds => _history.Sum(epoch => epoch.Seconds) + SecondsOfEpoch;

    /// <summary>What is kept of the epochs that are done.</summary>
    public IReadOnlyList<EpochRecord> History => _history;

    private double SecondsOfEpoch => _secondsBefore + _clock.Elapsed.TotalSeconds;

    private SchedulePosition Position => new(StepsDone, (long)_config.Epochs * _data.Steps, _data.Steps);

    private double Rate(SchedulePosition at) => _config.Schedule.Rate(_config.Optimizer.LearningRate, at);

    /// <summary>Trains to the end.</summary>
    /// <param name="hooks">What happens beside it.</param>
    /// <param name="cancellation">Stops between two steps; the training can go on from there.</param>
    /// <exception cref="UsageException">The loss is no number any more, or early stopping looks at what is not measured.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public void Train(TrainingHooks hooks, CancellationToken cancellation)
    {
        while (!Finished)
        {
            RunEpoch(hooks, cancellation);
        }
    }

    /// <summary>Trains to the end of the epoch under way.</summary>
    /// <param name="hooks">What happens beside it.</param>
    /// <param name="cancellation">Stops between two steps; the training can go on from there.</param>
    /// <exception cref="UsageException">The loss is no number any more, or early stopping looks at what is not measured.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public void RunEpoch(TrainingHooks hooks, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(hooks);
        try
        {
            RunSteps(hooks, cancellation);
            EndEpoch(Validate(hooks));
        }
        catch (OperationCanceledException)
        {
            hooks.Checkpoint?.Invoke(State());
            throw;
        }

        hooks.EpochDone?.Invoke(_history[^1]);
        hooks.Checkpoint?.Invoke(State());
    }

    /// <summary>
    /// Gives the net the weights that are measured until what is returned is disposed: those of the best epoch once early stopping or
    /// its last
    /// epoch has ended the training, else the averaged ones where there is an average, else its own.
    /// </summary>
    public IDisposable? Measured() => Finished && _best is not null ? _best.Lend() : _average?.Lend();

    /// <inheritdoc/>
    public void Dispose()
    {
        _optimizer.Dispose();
        _average?.Dispose();
        _best?.Dispose();
        _random?.Dispose();
    }

    private void RunSteps(TrainingHooks hooks, CancellationToken cancellation)
    {
        if (StepsDone == 0)
        {
            random.manual_seed(_config.Seed);
        }

        _net.train();
        var kept = Stopwatch.StartNew();
        _clock.Restart();
        try
        {
            using IEnumerator<TrainingBatch> batches = _data.Batches(EpochsDone, Step, cancellation).GetEnumerator();
            while (Step < _data.Steps)
            {
                cancellation.ThrowIfCancellationRequested();
                _lossSum += Finite(RunStep(batches));
                Step++;
                hooks.Progress?.Report(new EpochReport(
                    EpochsDone + 1, _config.Epochs, (double)Step / _data.Steps, _lossSum / Step, TimeSpan.FromSeconds(Seconds)));
                if (kept.Elapsed >= hooks.CheckpointEvery && Step < _data.Steps)
                {
                    hooks.Checkpoint?.Invoke(State());
                    kept.Restart();
                }
            }
        }
        finally
        {
            _secondsBefore = SecondsOfEpoch;
            _clock.Reset();
        }
    }

    private double RunStep(IEnumerator<TrainingBatch> batches)
    {
        using var scope = NewDisposeScope();
        if (!batches.MoveNext())
        {
            throw new InvalidOperationException($"Trainer: the data end after step {Step} of {_data.Steps}.");
        }

        TrainingBatch batch = batches.Current;
        _exchange.Idle = batch.Idle;
        _optimizer.Set(Rate(Position), _config.Schedule.Momentum(Position));
        _optimizer.ZeroGradients();
        (Tensor sum, double weight) = _objective.Loss(_net.call(batch.Images), batch.Targets);
        double whole = _exchange.Sum(batch.Idle ? 0 : weight);
        Tensor loss = (batch.Idle ? sum.mul(0) : sum).div(whole);
        _exchange.Begin();
        loss.backward();
        _exchange.Finish();
        if (_config.Clip is { } longest)
        {
            nn.utils.clip_grad_norm_(_optimizer.Parameters, longest);
        }

        _optimizer.Step();
        _average?.Follow(_config.Ema!.DecayAt(StepsDone));
        return _exchange.Sum(loss.item<float>());
    }

    // A net that has diverged gives no results worth measuring, nor does JSON know NaN.
    private double Finite(double loss) => double.IsFinite(loss)
        ? loss
        : throw new UsageException(
            $"The training diverged: in epoch {EpochsDone + 1} the loss is {loss}. Try another --seed, or a larger --batch.");

    private IReadOnlyDictionary<string, double> Validate(TrainingHooks hooks)
    {
        if (hooks.Validate is null)
        {
            return new Dictionary<string, double>(StringComparer.Ordinal);
        }

        using IDisposable? measured = _average?.Lend();
        return hooks.Validate();
    }

    private void EndEpoch(IReadOnlyDictionary<string, double> validation)
    {
        var record = new EpochRecord(
            EpochsDone + 1, _lossSum / Step, Rate(Position with { Step = StepsDone - 1 }), SecondsOfEpoch, validation);
        Judge(record);
        _history.Add(record);
        EpochsDone++;
        (Step, _lossSum, _secondsBefore) = (0, 0, 0);
    }

    private void Judge(EpochRecord epoch)
    {
        if (_config.EarlyStopping is not { } stopping)
        {
            return;
        }

        double value = epoch.Score(stopping.Metric) ?? throw new UsageException(
            $"Early stopping looks at '{stopping.Metric}', which is not measured here; there are {string.Join(", ", epoch.Validation.Keys)}.");
        if (!stopping.Metric.IsBetter(value, _bestValue))
        {
            _stopped = ++_waited >= stopping.Patience;
            return;
        }

        (_bestValue, _waited) = (value, 0);
        using IDisposable? measured = _average?.Lend();
        if (_best is null)
        {
            _best = new NetCopy(_net);
        }
        else
        {
            _best.Take();
        }
    }
}
