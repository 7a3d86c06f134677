namespace GCnn.Layers;

/// <summary>Every output position reads the same position of the input, and all positions are treated alike.</summary>
public sealed record PointwiseGeometry : LayerGeometry;
