namespace GCnn.Testing;

/// <summary>A model measured once: as a whole and layer by layer.</summary>
public sealed class ModelStage
{
    private readonly LayerReport[] _layers;

    internal ModelStage(string title, EquivarianceReport whole, LayerReport[] layers) => (Title, Whole, _layers) = (title, whole, layers);

    /// <summary>When it was measured: <c>before training</c> or <c>after 10 steps</c>.</summary>
    public string Title { get; }

    /// <summary>The law of the whole model: that of equivariance, or of invariance if no output type was given.</summary>
    public EquivarianceReport Whole { get; }

    /// <summary>The layers with types, in the order in which their calls end: a layer stands after those inside it.</summary>
    public IReadOnlyList<LayerReport> Layers => _layers;

    /// <summary>The first layer whose own error is not allowed; null where the whole holds, or no layer is at fault alone.</summary>
    public LayerReport? FirstOffender => Whole.Holds ? null : Array.Find(_layers, layer => !layer.Own.Holds);
}
