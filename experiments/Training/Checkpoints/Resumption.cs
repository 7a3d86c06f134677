namespace GCnn.Experiments.Training;

/// <summary>What a run found when it looked for checkpoints to go on from.</summary>
/// <param name="From">The one it goes on from; null where it begins anew.</param>
/// <param name="Damaged">A sentence for each that was newer and could not be used.</param>
/// <param name="Others">One of another run, which is not gone on from and will be replaced; null where there is none.</param>
public sealed record Resumption(string? From, IReadOnlyList<string> Damaged, string? Others);
