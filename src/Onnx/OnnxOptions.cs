using GCnn.Groups;

namespace GCnn.Onnx;

/// <summary>What a file is to hold beside the net.</summary>
public sealed record OnnxOptions
{
    /// <summary>Whether there is a second output, the softmax of the first: <c>probabilities</c> beside <c>logits</c>.</summary>
    public bool Probabilities { get; init; }

    /// <summary>A resampling that stands in the graph before the net, whose input is then the model's; null for none.</summary>
    public Resampling? Resampling { get; init; }

    /// <summary>Notes by their keys, for whoever runs the model.</summary>
    public IReadOnlyDictionary<string, string> Notes { get; init; } = new Dictionary<string, string>();
}
