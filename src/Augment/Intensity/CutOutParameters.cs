namespace GCnn.Augment;

/// <summary>The hole drawn for one sample.</summary>
/// <param name="Side">The side in pixels.</param>
/// <param name="X">The centre as a fraction of the width, 0 the left edge and 1 the right one.</param>
/// <param name="Y">The centre as a fraction of the height, 0 the upper edge and 1 the lower one.</param>
public sealed record CutOutParameters(double Side, double X, double Y) : StepParameters;
