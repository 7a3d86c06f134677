namespace GCnn.Data;

/// <summary>A sample that could not be read, and why.</summary>
/// <param name="Number">Its number in the source.</param>
/// <param name="Reason">One sentence.</param>
public readonly record struct BadSample(long Number, string Reason);
