namespace GCnn.Data;

/// <summary>A sample as a loader delivers it.</summary>
/// <typeparam name="T">What a sample is read as.</typeparam>
/// <param name="Place">Its place in the order.</param>
/// <param name="Number">Its number in the source.</param>
/// <param name="Value">What was read.</param>
public readonly record struct Loaded<T>(long Place, long Number, T Value);
