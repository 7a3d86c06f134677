namespace GCnn.Onnx;

/// <summary>A value inside a graph that is being built: real numbers for each image of a batch.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Shape">Its shape for a batch of one image, which is the first axis.</param>
internal readonly record struct GraphValue(string Name, IReadOnlyList<long> Shape);
