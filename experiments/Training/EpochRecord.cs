using System.Text.Json.Nodes;
using GCnn.Experiments.Evaluation;

namespace GCnn.Experiments.Training;

/// <summary>What is kept of an epoch.</summary>
/// <param name="Epoch">The epoch, from 1.</param>
/// <param name="TrainingLoss">The mean loss of its steps, of images as training shows them.</param>
/// <param name="LearningRate">The learning rate of its last step.</param>
/// <param name="Seconds">Seconds that its steps took.</param>
/// <param name="Validation">Numbers on the validation images after it, by <see cref="Metric.Name"/>; empty where there was no
/// validation.</param>
public sealed record EpochRecord(
    int Epoch, double TrainingLoss, double LearningRate, double Seconds, IReadOnlyDictionary<string, double> Validation)
{
    /// <summary>The mean loss on the validation images, or null.</summary>
    public double? ValidationLoss => Score(Metric.Loss);

    /// <summary>A number on the validation images, or null where it was not measured.</summary>
    /// <param name="metric">Which.</param>
    public double? Score(Metric metric)
    {
        ArgumentNullException.ThrowIfNull(metric);
        return Validation.TryGetValue(metric.Name, out double value) ? value : null;
    }

    /// <summary>The record as JSON.</summary>
    public JsonObject ToJson() => new()
    {
        ["epoch"] = Epoch,
        ["trainingLoss"] = TrainingLoss,
        ["learningRate"] = LearningRate,
        ["seconds"] = Seconds,
        ["validation"] = new JsonObject(Validation.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value))),
    };

    /// <summary>Reads what <see cref="ToJson"/> writes.</summary>
    /// <param name="json">The record.</param>
    /// <exception cref="InvalidDataException">It is none.</exception>
    public static EpochRecord FromJson(JsonNode? json) => StateJson.Read(() =>
    {
        JsonObject record = json!.AsObject();
        return new EpochRecord(
            StateJson.Whole(record, "epoch"), StateJson.Number(record, "trainingLoss"), StateJson.Number(record, "learningRate"),
            StateJson.Number(record, "seconds"),
            record["validation"]!.AsObject().ToDictionary(pair => pair.Key, pair => StateJson.Number(pair.Value), StringComparer.Ordinal));
    });

    /// <inheritdoc/>
    public bool Equals(EpochRecord? other) => other is not null && JsonNode.DeepEquals(ToJson(), other.ToJson());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Epoch, TrainingLoss, LearningRate, Seconds);
}
