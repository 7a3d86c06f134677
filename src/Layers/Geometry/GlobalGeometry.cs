namespace GCnn.Layers;

/// <summary>All positions are pooled into one, without regard to where they are; the result has no positions.</summary>
/// <param name="Reading">What is made of them; <see cref="WindowReading.Taps"/> stands for any function that ignores their order.</param>
public sealed record GlobalGeometry(WindowReading Reading = WindowReading.Taps) : LayerGeometry;
