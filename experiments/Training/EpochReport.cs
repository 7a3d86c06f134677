namespace GCnn.Experiments.Training;

/// <summary>What is known after an epoch, or in the middle of one.</summary>
/// <param name="Epoch">The epoch, from 1.</param>
/// <param name="Epochs">The number of epochs.</param>
/// <param name="Fraction">How much of the epoch is done, up to 1.</param>
/// <param name="Loss">The mean training loss so far.</param>
/// <param name="Elapsed">The time since the model's training began or went on.</param>
public readonly record struct EpochReport(int Epoch, int Epochs, double Fraction, double Loss, TimeSpan Elapsed);
