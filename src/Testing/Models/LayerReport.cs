using GCnn.Groups;

namespace GCnn.Testing;

/// <summary>What one call of one layer does to the symmetry, within a model.</summary>
/// <param name="Path">The layer's path in the model, such as <c>features.3</c>; empty for the model itself.</param>
/// <param name="Kind">The layer's name for itself.</param>
/// <param name="Own">
/// <c>layer(L_g x) = L_g layer(x)</c> on the input <c>x</c> that reached the layer: the error that is its own, be its input what it may.
/// </param>
/// <param name="Accumulated">
/// <c>f(L_g x) = L_g f(x)</c> for the model's input <c>x</c> and all that was computed up to this layer: the error so far.
/// </param>
public sealed record LayerReport(string Path, string Kind, EquivarianceReport Own, EquivarianceReport Accumulated)
{
    /// <summary>Why <see cref="Own"/> is what it is, where that needs a word; else null.</summary>
    public string? Note { get; init; }

    /// <summary>The plane group that was asked for, that of the layer's output.</summary>
    public required PlaneGroup Group { get; init; }

    /// <summary>Path and kind.</summary>
    public string Title => Path.Length == 0 ? $"{Kind} (the model)" : $"{Path} {Kind}";
}
