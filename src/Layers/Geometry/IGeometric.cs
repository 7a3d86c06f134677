namespace GCnn.Layers;

/// <summary>A layer that says how its outputs stand on the image it is given, from which its exactness can be computed.</summary>
public interface IGeometric
{
    /// <summary>How outputs stand on the input image.</summary>
    LayerGeometry Geometry { get; }
}
