namespace GCnn.Layers;

/// <summary>A change that makes a net exact under every element that keeps the lattice.</summary>
/// <param name="Text">The change in words, such as <c>input 33 x 33</c>.</param>
/// <param name="Size">The size of the net's input, where that is the change.</param>
/// <param name="Padding">The padding of the first offending layer, where that is the change.</param>
public sealed record Suggestion(string Text, ImageSize? Size = null, int? Padding = null);
