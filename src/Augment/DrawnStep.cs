namespace GCnn.Augment;

/// <summary>An elementary augmentation with what was drawn for it.</summary>
/// <param name="Step">The augmentation, no combinator.</param>
/// <param name="Parameters">Its parameters for one sample.</param>
public readonly record struct DrawnStep(Augmentation Step, StepParameters Parameters);
