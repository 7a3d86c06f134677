namespace GCnn.Experiments.Training;

/// <summary>How a net is trained: AdamW with a one-cycle schedule and a class-weighted cross entropy.</summary>
/// <param name="Epochs">Passes over the training images.</param>
/// <param name="Batch">Images in a step.</param>
/// <param name="Seed">Seed of order and augmentation.</param>
/// <param name="LearningRate">The highest learning rate of the cycle.</param>
/// <param name="WeightDecay">AdamW's decoupled decay.</param>
public sealed record TrainingPlan(int Epochs, int Batch, int Seed, double LearningRate = 0.01, double WeightDecay = 0.01);
