namespace GCnn.Experiments.Data.Digits;

/// <summary>What <c>gcnn data rotated-mnist</c> makes.</summary>
/// <param name="Out">The folder for the files.</param>
/// <param name="Digits">A folder with MNIST's four files, or null to get them with npm.</param>
/// <param name="Seed">The seed.</param>
public sealed record RotatedMnistOptions(string Out, string? Digits, int Seed);
