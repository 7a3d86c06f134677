namespace GCnn.Layers;

/// <summary>
/// Every output position reads all positions, each by its place relative to its own, as of attention with a bias of relative positions:
/// exact under every point element at every size, and under no shift, since the image ends somewhere.
/// </summary>
public sealed record RelativeGeometry : LayerGeometry;
