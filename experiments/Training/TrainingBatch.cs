using static TorchSharp.torch;

namespace GCnn.Experiments.Training;

/// <summary>A batch to learn from.</summary>
/// <param name="Images">What the net sees, <c>N x C x H x W</c>.</param>
/// <param name="Targets">What its objective compares the output with, such as <c>N</c> classes or <c>N x 37</c> fractions of votes.</param>
public readonly record struct TrainingBatch(Tensor Images, Tensor Targets);
