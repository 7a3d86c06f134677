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
        runs = Runs.Select(run => new
        {
            model = run.Model,
            group = run.Group,
            parameters = run.Parameters,
            test_accuracy = run.Test.Accuracy,
            test_balanced_accuracy = run.Test.BalancedAccuracy,
            rotation_agreement = run.Invariance.RotationAgreement,
            reflection_agreement = run.Invariance.ReflectionAgreement,
            max_logit_change = run.Invariance.MaxLogitChange,
            group_agreement = run.Own.Agreement,
            group_max_logit_change = run.Own.MaxLogitChange,
            seconds_per_epoch = run.SecondsPerEpoch,
            epochs = run.Epochs,
        }),
        configuration = new
        {
            test = Options.Test,
            size = Options.Size,
            epochs = Options.EpochsFor(Data.Train.Count),
            batch = Options.BatchFor(Data.Train.Count),
            parameters = Options.Parameters,
            seed = Options.Seed,
            threads = Options.Threads,
            split = Options.Stratified ? "stratified" : "id",
        },
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
}
