using static TorchSharp.torch;

namespace GCnn.Experiments.Training;

/// <summary>A batch to learn from.</summary>
/// <param name="Images">What the net sees, <c>N x C x H x W</c>.</param>
/// <param name="Targets">What its objective compares the output with, such as <c>N</c> classes or <c>N x 37</c> fractions of votes.</param>
/// <param name="Idle">
/// Whether this process has no images in the step: what is given is a stand-in of which nothing counts, so that all ranks run the net.
/// </param>
public readonly record struct TrainingBatch(Tensor Images, Tensor Targets, bool Idle = false);
