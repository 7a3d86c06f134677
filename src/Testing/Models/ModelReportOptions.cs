using GCnn.Actions;

namespace GCnn.Testing;

/// <summary>What the measurement of a model may be told.</summary>
public sealed record ModelReportOptions
{
    /// <summary>
    /// The types of layers that do not say them by <see cref="IFieldMap"/>, by the layer's path in the model, such as <c>features.0</c>.
    /// </summary>
    public IReadOnlyDictionary<string, IFieldMap> Types { get; init; } = new Dictionary<string, IFieldMap>(StringComparer.Ordinal);

    /// <summary>The number of training steps after which everything is measured again; 0 measures once.</summary>
    public int Steps { get; init; } = 10;

    /// <summary>How far the fastest entry of each parameter moves in a step.</summary>
    public double Rate { get; init; } = 0.02;

    /// <summary>
    /// Measures in training mode, where statistics are those of the batch, instead of evaluation mode. Layers that draw at random draw the
    /// same numbers for every element, which is no test of them.
    /// </summary>
    public bool InTraining { get; init; }

    /// <summary>
    /// Tolerance, margin and permissions of each measurement. After training numbers are real, so the tolerance is then at least that of
    /// the output's element type. The seed is that of the training's inputs and losses.
    /// </summary>
    public EquivarianceOptions Measurement { get; init; } = new();
}
