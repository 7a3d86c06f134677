namespace GCnn.Augment;

/// <summary>The shift that recentres one sample.</summary>
/// <param name="Shift">Pixels to the right and downwards; null as long as the image has not been looked at.</param>
public sealed record RecentringParameters((double Right, double Down)? Shift) : StepParameters;
