using System.Text.Encodings.Web;
using System.Text.Json;
using GCnn.Data;
using GCnn.Experiments.Galaxy;

namespace GCnn.Experiments.Reports;

/// <summary>The results of a run as JSON, with what they depend on.</summary>
/// <param name="Options">The options.</param>
/// <param name="Data">The data.</param>
/// <param name="Runs">What was measured, model by model.</param>
public sealed record GalaxyResult(GalaxyOptions Options, GalaxyData Data, IReadOnlyList<ModelRun> Runs)
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        // The file is read by people too; nothing of it goes into a web page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes the results, whole or not at all.</summary>
    /// <param name="path">Where to.</param>
    /// <exception cref="IOException">The file could not be written; one sentence.</exception>
    public void Write(string path) => AtomicFile.Write(path, stream => JsonSerializer.Serialize(stream, Content(), Indented));

    private object Content() => new
    {
        task = Options.Task.Name,
        data = new
        {
            path = Data.Name,
            train = Data.Train.Count,
            validation = Data.Validation.Count,
            test = Data.Test.Count,
            classes = Options.Task.Classes,
        },
        runs = Runs.Select(Content),
        summary = ModelSummary.Of(Runs).Select(Content),
        configuration = RunConfig.ToJson(Options, Data.Train.Count),
        manifest = Data.Manifest.ToJson(),
        provenance = new
        {
            version = Provenance.Version,
            engine = Provenance.Engine,
            machine = Provenance.Machine,
            objects = Data.Checksum,
            skipped = Data.Set.Skipped.Count + (Options.Test is null ? 0 : Data.TestSet.Skipped.Count),
        },
    };

    private static object Content(ModelSummary summary) => new
    {
        model = summary.Model,
        seeds = summary.Runs.Select(run => run.Seed),
        epochs = summary.Epochs,
        numbers = summary.Numbers().ToDictionary(
            number => number.Name, number => new { mean = number.Interval.Mean, half_width_95 = number.Interval.HalfWidth }),
    };

    private object Content(ModelRun run) => new
    {
        model = run.Model,
        group = run.Group,
        seed = run.Seed,
        parameters = run.Parameters,
        multiply_adds = run.MultiplyAdds,
        test_accuracy = run.Test.Accuracy,
        test_balanced_accuracy = run.Test.BalancedAccuracy,
        test_calibration_error = run.Calibration?.Error,
        test_rmse = run.Rmse,
        classes = Options.Task.Classes.Select((name, c) => new
        {
            name, recall = run.Confusion?.Recall(c), precision = run.Confusion?.Precision(c),
        }),
        confusion = run.Confusion?.Rows(),
        reliability = run.Calibration?.Bins.Where(bin => bin.Count > 0).Select(bin => new
        {
            from = bin.From, to = bin.To, count = bin.Count, confidence = bin.Confidence, accuracy = bin.Accuracy,
        }),
        rotation_agreement = run.Invariance.RotationAgreement,
        reflection_agreement = run.Invariance.ReflectionAgreement,
        max_logit_change = run.Invariance.MaxLogitChange,
        group_agreement = run.Own.Agreement,
        group_max_logit_change = run.Own.MaxLogitChange,
        seconds_per_epoch = run.SecondsPerEpoch,
        epochs = run.Epochs,
        history = run.History.Select(epoch => new
        {
            epoch = epoch.Epoch,
            training_loss = epoch.TrainingLoss,
            learning_rate = epoch.LearningRate,
            validation = epoch.Validation,
        }),
    };
}
