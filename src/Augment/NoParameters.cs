namespace GCnn.Augment;

/// <summary>The parameters of a step that draws nothing.</summary>
public sealed record NoParameters : StepParameters;
