namespace GCnn.Augment;

/// <summary>One turn of a combinator: which child was drawn, and what it drew.</summary>
/// <param name="Child">The child's place among the combinator's children.</param>
/// <param name="Parameters">The child's parameters.</param>
public readonly record struct ChildStep(int Child, StepParameters Parameters);
