namespace GCnn.Data;

/// <summary>An object is of a class where one of its numbers is at least a threshold.</summary>
/// <param name="Class">The class's name.</param>
/// <param name="Column">Which of the numbers.</param>
/// <param name="AtLeast">The threshold.</param>
public sealed record ThresholdRule(string Class, string Column, double AtLeast);
