namespace GCnn.Layers;

/// <summary>
/// Each position is weighed by its distance from the image's centre: exact under every point element at every size, and under no shift.
/// </summary>
public sealed record MaskGeometry : LayerGeometry;
