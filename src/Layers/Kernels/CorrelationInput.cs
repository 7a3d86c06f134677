namespace GCnn.Layers;

/// <summary>What a row of a <see cref="FieldCorrelation"/> reads for one element of the group.</summary>
/// <param name="Channel">The input channel.</param>
/// <param name="Row">The row of the tap in the stencil's bounding box.</param>
/// <param name="Column">The column of the tap.</param>
internal readonly record struct CorrelationInput(int Channel, int Row, int Column);
