namespace GCnn.Testing;

/// <summary>A layer that was not measured.</summary>
/// <param name="Path">The layer's path in the model.</param>
/// <param name="Kind">The layer's name for itself.</param>
/// <param name="Reason">Why not.</param>
public sealed record SkippedLayer(string Path, string Kind, string Reason);
