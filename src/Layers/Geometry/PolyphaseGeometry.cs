namespace GCnn.Layers;

/// <summary>
/// One of the <c>s²</c> phases of a circular image is kept, chosen by its contents: exact under every shift and every point element, up to
/// a shift of the coarse image, where the stride divides both sides. Upsampling puts the samples back and takes that shift away.
/// </summary>
/// <param name="Stride">The step <c>s</c> between samples in pixels.</param>
/// <param name="Upsamples">Whether the layer is the inverse, from the coarse image to the fine one.</param>
public sealed record PolyphaseGeometry(int Stride, bool Upsamples = false) : LayerGeometry;
