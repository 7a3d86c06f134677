namespace GCnn.Layers;

/// <summary>What is known of an image on its way through a net.</summary>
/// <param name="Size">Its size; null for feature vectors, which have no positions.</param>
/// <param name="Stride">The product of all strides so far.</param>
/// <param name="Cyclic">Whether cyclic shifts by that many pixels of the net's input are cyclic shifts by one here.</param>
/// <param name="Margin">How many pixels at each side see what was added beyond the border of the net's input.</param>
internal sealed record WalkState(ImageSize? Size, int Stride, bool Cyclic, int Margin);
