using System.Text.Json.Nodes;
using static TorchSharp.torch;

namespace GCnn.Experiments.Training;

/// <summary>
/// Everything that the rest of a training depends on, between two steps: named tensors, and what else there is as JSON. A trainer of the
/// same configuration, net and data that gets it goes on bit for bit as the one that gave it.
/// </summary>
/// <remarks>
/// Tensors: <c>net.*</c> (parameters and buffers as the last step left them), <c>optimizer.*</c>, <c>ema.*</c> (the averaged net, where
/// there
/// is an average), <c>best.*</c> (the net of the best epoch, with early stopping) and <c>random</c> (the stream that nets draw from).
/// JSON: <c>config</c>, <c>epoch</c> and <c>step</c> (how much is done), <c>steps</c> (of an epoch), <c>lossSum</c> and <c>seconds</c>
/// of the
/// epoch under way, <c>history</c>, <c>best</c>, <c>waited</c> and <c>finished</c>.
/// </remarks>
/// <param name="Tensors">The tensors. Those of a trainer are the trainer's own: they change with its next step.</param>
/// <param name="Progress">The rest.</param>
public sealed record TrainerState(IReadOnlyDictionary<string, Tensor> Tensors, JsonObject Progress)
{
    /// <summary>Where the names of the net's own tensors begin.</summary>
    public const string Net = "net.";

    /// <summary>Where the names of the optimiser's tensors begin.</summary>
    public const string Optimizer = "optimizer.";

    /// <summary>Where the names of the averaged net's tensors begin.</summary>
    public const string Average = "ema.";

    /// <summary>Where the names of the best epoch's tensors begin.</summary>
    public const string Best = "best.";

    /// <summary>The name of the state of the stream that nets draw from.</summary>
    public const string Random = "random";

    /// <summary>The whole epochs that are done.</summary>
    /// <exception cref="InvalidDataException">It does not say.</exception>
    public int Epochs => StateJson.Whole(Progress, "epoch");

    /// <summary>
    /// The tensors of the net that is measured, by their names in it: those of the best epoch where early stopping has ended the training,
    /// else the averaged ones where there is an average, else the last.
    /// </summary>
    public IReadOnlyDictionary<string, Tensor> Measured
    {
        get
        {
            bool finished = Progress["finished"]?.ToJsonString() == "true";
            Dictionary<string, Tensor>[] parts = [finished ? Part(Best) : [], Part(Average), Part(Net)];
            return parts.First(part => part.Count > 0 || part == parts[^1]);
        }
    }

    private Dictionary<string, Tensor> Part(string prefix) => Tensors
        .Where(pair => pair.Key.StartsWith(prefix, StringComparison.Ordinal))
        .ToDictionary(pair => pair.Key[prefix.Length..], pair => pair.Value, StringComparer.Ordinal);
}
