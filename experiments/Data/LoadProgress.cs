namespace GCnn.Experiments.Data;

/// <summary>How far the loading or making of a set has come. Reported in growing order, from any thread.</summary>
/// <param name="Done">Images dealt with, the skipped ones included.</param>
/// <param name="Total">Images in all.</param>
/// <param name="Skipped">Images that could not be read.</param>
public readonly record struct LoadProgress(int Done, int Total, int Skipped);
