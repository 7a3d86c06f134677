namespace GCnn.Layers;

/// <summary>All positions are pooled into one, without regard to where they are; the result has no positions.</summary>
public sealed record GlobalGeometry : LayerGeometry;
