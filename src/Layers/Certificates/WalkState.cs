namespace GCnn.Layers;

/// <summary>What is known of an image on its way through a net.</summary>
/// <param name="Size">Its size; null for feature vectors, which have no positions.</param>
/// <param name="Period">The product of all strides so far.</param>
/// <param name="Shifts">The shifts of the net's input that are shifts here; null where there are none.</param>
/// <param name="Drift">
/// The number of polyphase samplings so far, of each of which the image may have been shifted by the choice of phase.
/// </param>
/// <param name="Elements">For each point element of the image's plane group the element of the input's that it is.</param>
internal sealed record WalkState(ImageSize? Size, int Period, ShiftSymmetry? Shifts, int Drift, IReadOnlyList<int> Elements)
{
    /// <summary>What the rows are made of, from top to bottom; null where nobody asked or the image is a hexagon.</summary>
    public AxisTrace? Rows { get; init; }

    /// <summary>What the columns are made of, from left to right.</summary>
    public AxisTrace? Columns { get; init; }

    /// <summary>The state with other terms along both axes.</summary>
    public WalkState Traced(Func<AxisTrace, AxisTrace> rows, Func<AxisTrace, AxisTrace> columns) => Rows is null || Columns is null
        ? this
        : this with { Rows = rows(Rows), Columns = columns(Columns) };

    /// <summary>The state with other terms along both axes.</summary>
    public WalkState Traced(Func<AxisTrace, AxisTrace> both) => Traced(both, both);
}
