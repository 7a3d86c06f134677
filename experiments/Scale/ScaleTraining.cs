using GCnn.Distributed;
using GCnn.Experiments.Data;
using GCnn.Experiments.Data.Sky;
using GCnn.Experiments.Galaxy;
using GCnn.Experiments.Models;
using GCnn.Experiments.Predict;
using GCnn.Experiments.Training;
using GCnn.Images;
using GCnn.Layers;
using static TorchSharp.torch;

namespace GCnn.Experiments.Scale;

/// <summary>The training that is compared: a few steps of the galaxy experiment's trainer on a synthetic sky, with balanced classes.</summary>
internal sealed class ScaleTraining : IDisposable
{
    private const int Seed = 0;

    private readonly ScaleOptions _options;
    private readonly GalaxySet _set;
    private readonly LatticeView _view;

    /// <summary>Makes the images.</summary>
    /// <param name="options">What is compared.</param>
    public ScaleTraining(ScaleOptions options)
    {
        _options = options;
        int count = options.Batch * ScaleOptions.StepsOfEpoch;
        _set = new SyntheticSky(Seed).Make(
            2 * count, GalaxyTask.Morphology, new CentreResize(GalaxyData.StoredSize(options.Size)), get_num_threads());
        _view = new LatticeView(options.Model.Groups.Lattice, options.Size);
    }

    private int[] Images => [.. Enumerable.Range(0, _options.Batch * ScaleOptions.StepsOfEpoch)];

    /// <summary>Trains.</summary>
    /// <param name="type">The type of the net's numbers.</param>
    /// <param name="exchange">The processes that train together, or null for one by itself.</param>
    /// <param name="statistics">Whether the statistics of a batch are those of all processes.</param>
    /// <param name="reversed">Whether the images of each batch come in reverse, which changes nothing but rounding.</param>
    /// <returns>The net's numbers, and the time of a step and the cost of communication after the first epoch.</returns>
    public (double[][] Weights, double Step, ExchangeCost Cost) Run(
        ScalarType type, MpiExchange? exchange = null, bool statistics = true, bool reversed = false)
    {
        using var scope = NewDisposeScope();
        int[] widths = WidthSolver.Solve(_options.Model.Groups, GalaxyTask.Morphology.Classes.Count, _options.Parameters);
        using var generator = new Generator(Seed);
        using var net = new NetOfType(
            new GalaxyNet(_options.Model.Groups, widths, GalaxyTask.Morphology.Classes.Count, generator), type);
        var config = new TrainingConfig
        {
            Epochs = ScaleOptions.Epochs, Batch = _options.Batch, Seed = Seed, ClassWeights = ClassWeighting.Balanced,
            Optimizer = _options.Optimizer,
        };
        var augmentation = new GalaxyAugmentation(GalaxyTask.Morphology, augmented: true, _view, Seed);
        var data = new GalaxyTrainingData(
            _set, Images, augmentation, config.Batch, Seed, exchange is null ? null : new Shard(exchange.Rank, exchange.Ranks));
        int[] counts = [.. GalaxyTask.Morphology.Classes.Select((_, c) => Images.Count(image => _set.Classes[image] == c))];
        using var objective = new WideClassification(ClassWeights.Balanced(counts));
        using var trainer = new Trainer(net, reversed ? new ReversedBatches(data) : data, objective, config, exchange);
        if (!statistics)
        {
            foreach (FieldBatchNorm norm in net.modules().OfType<FieldBatchNorm>())
            {
                norm.Reducer = null;
            }
        }

        trainer.RunEpoch(TrainingHooks.None, CancellationToken.None);
        ExchangeCost before = exchange?.Cost ?? default;
        trainer.Train(TrainingHooks.None, CancellationToken.None);
        double step = trainer.History.Skip(1).Sum(epoch => epoch.Seconds) / ((ScaleOptions.Epochs - 1) * ScaleOptions.StepsOfEpoch);
        double[][] weights = [.. net.state_dict().Values.Select(Numbers)];
        return (weights, step, exchange is null ? default : exchange.Cost.Since(before));
    }

    /// <inheritdoc/>
    public void Dispose() => _view.Dispose();

    private static double[] Numbers(Tensor tensor) => tensor.detach().to(ScalarType.Float64).contiguous().data<double>().ToArray();
}
