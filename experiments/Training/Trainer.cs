using System.Diagnostics;
using GCnn.Data;
using GCnn.Experiments.CommandLine;
using GCnn.Experiments.Data;
using GCnn.Experiments.Models;
using static TorchSharp.torch;

namespace GCnn.Experiments.Training;

/// <summary>
/// Trains one net on the training part of a set. After each epoch it can be saved, and it goes on from there to the same end.
/// </summary>
public sealed class Trainer : IDisposable
{
    private readonly GalaxyNet _net;
    private readonly GalaxySet _set;
    private readonly IReadOnlyList<int> _images;
    private readonly TrainingPlan _plan;
    private readonly GalaxyAugmentation _augmentation;
    private readonly TorchSharp.Modules.AdamW _optimizer;
    private readonly optim.lr_scheduler.LRScheduler _schedule;
    private readonly Tensor _weights;

    /// <summary>Prepares the training.</summary>
    /// <param name="net">The net, freshly initialised.</param>
    /// <param name="set">The set.</param>
    /// <param name="images">The training images' numbers in the set.</param>
    /// <param name="plan">How to train.</param>
    /// <param name="augmentation">What each image goes through.</param>
    public Trainer(GalaxyNet net, GalaxySet set, IReadOnlyList<int> images, TrainingPlan plan, GalaxyAugmentation augmentation)
    {
        ArgumentNullException.ThrowIfNull(net);
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(images);
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(augmentation);
        (_net, _set, _images, _plan, _augmentation) = (net, set, images, plan, augmentation);
        _optimizer = optim.AdamW(net.parameters(), plan.LearningRate, weight_decay: plan.WeightDecay);
        int steps = TrainingBatches.Of(images, plan.Batch, plan.Seed, 0).Count;
        _schedule = optim.lr_scheduler.OneCycleLR(_optimizer, plan.LearningRate, total_steps: Math.Max(2, plan.Epochs * steps));
        int[] counts = [.. set.Task.Classes.Select((_, c) => images.Count(i => set.Classes[i] == c))];
        _weights = tensor(ClassWeights.Balanced(counts)).DetachFromDisposeScope();
    }

    /// <summary>The epochs that are done.</summary>
    public int EpochsDone { get; private set; }

    /// <summary>Seconds spent in the epochs that are done.</summary>
    public double Seconds { get; private set; }

    /// <summary>How loading kept up with training, in the epochs that this trainer ran itself.</summary>
    public LoaderStatistics Loading { get; private set; }

    /// <summary>Trains for one epoch.</summary>
    /// <param name="progress">Told how far it has come, after every step.</param>
    /// <param name="cancellation">Stops between two steps; the epoch then does not count, and the trainer must not be saved.</param>
    /// <exception cref="UsageException">The loss is no number any more; one sentence.</exception>
    public void RunEpoch(IProgress<EpochReport>? progress, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        _net.train();
        IReadOnlyList<int[]> batches = TrainingBatches.Of(_images, _plan.Batch, _plan.Seed, EpochsDone);
        using StreamingLoader<PixelBatch> loader = _set.Stream(batches, cancellation);
        double sum = 0;
        for (int step = 0; step < batches.Count; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            loader.TryTake(out Loaded<PixelBatch> images);
            sum += Finite(Step(batches[step], images.Value));
            progress?.Report(new EpochReport(
                EpochsDone + 1, _plan.Epochs, (step + 1.0) / batches.Count, sum / (step + 1),
                TimeSpan.FromSeconds(Seconds) + clock.Elapsed));
        }

        Loading += loader.Statistics;
        EpochsDone++;
        Seconds += clock.Elapsed.TotalSeconds;
    }

    /// <summary>Writes everything that the next epoch depends on.</summary>
    /// <param name="writer">Where to.</param>
    public void Save(BinaryWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(EpochsDone);
        writer.Write(Seconds);
        _net.save(writer);
        _optimizer.save_state_dict(writer);
    }

    /// <summary>Reads what <see cref="Save"/> wrote, into a trainer prepared in the same way.</summary>
    /// <param name="reader">Where from.</param>
    /// <exception cref="InvalidDataException">The data are no such state; the trainer is then half loaded and must not be used.</exception>
    public void Load(BinaryReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        (int epochs, double seconds) = LoadNet(reader, _net, _plan.Epochs);
        int steps = epochs * TrainingBatches.Of(_images, _plan.Batch, _plan.Seed, 0).Count;
        for (int i = 0; i < steps; i++)
        {
            _schedule.step();
        }

        _optimizer.load_state_dict(reader);
        (EpochsDone, Seconds) = (epochs, seconds);
    }

    /// <summary>Reads the first part of what <see cref="Save"/> wrote: how far training had come, and the net.</summary>
    /// <param name="reader">Where from.</param>
    /// <param name="net">A net of the same groups and widths.</param>
    /// <param name="planned">The number of epochs that there can be.</param>
    /// <returns>The epochs that are done, and the seconds they took.</returns>
    /// <exception cref="InvalidDataException">The data are no such state; the net is then as it was.</exception>
    public static (int Epochs, double Seconds) LoadNet(BinaryReader reader, GalaxyNet net, int planned = int.MaxValue)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(net);
        (int epochs, double seconds) = (reader.ReadInt32(), reader.ReadDouble());
        if (epochs < 0 || epochs > planned || !double.IsFinite(seconds))
        {
            throw new InvalidDataException($"it says that {epochs} of {planned} epochs are done");
        }

        net.load(reader);
        return (epochs, seconds);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _optimizer.Dispose();
        _weights.Dispose();
    }

    // A net that has diverged gives no results worth measuring, nor does JSON know NaN.
    private double Finite(double loss) => double.IsFinite(loss)
        ? loss
        : throw new UsageException(
            $"The training diverged: in epoch {EpochsDone + 1} the loss is {loss}. Try another --seed, or a larger --batch.");

    private double Step(int[] batch, PixelBatch pixels)
    {
        using var scope = NewDisposeScope();
        (Tensor images, long[] classes) = _augmentation.Apply(GalaxyBatch.Of(_set, pixels, batch.Length), _set, batch, EpochsDone);
        _optimizer.zero_grad();
        Tensor loss = nn.functional.cross_entropy(_net.call(images), tensor(classes), _weights);
        loss.backward();
        _optimizer.step();
        _schedule.step();
        return loss.item<float>();
    }
}
