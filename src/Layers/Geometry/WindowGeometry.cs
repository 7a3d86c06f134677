using TorchSharp;

namespace GCnn.Layers;

/// <summary>
/// Windows at equal steps, as of a convolution or a pooling. On rectangles they begin in the corner, on hexagons they are centred.
/// </summary>
/// <remarks>The window covers <c>Dilation (Rows − 1) + 1</c> rows, and columns likewise.</remarks>
/// <param name="Rows">The height of the window in taps.</param>
/// <param name="Columns">The width of the window in taps.</param>
/// <param name="Stride">The step between windows in pixels.</param>
/// <param name="Padding">Pixels added on each side.</param>
/// <param name="Dilation">The distance between neighbouring taps in pixels.</param>
/// <param name="Wraps">Whether the added pixels continue the image from its other side, so that shifts have no border.</param>
public sealed record WindowGeometry(int Rows, int Columns, int Stride, int Padding, int Dilation = 1, bool Wraps = false) : LayerGeometry
{
    /// <summary>What the added pixels hold.</summary>
    public PaddingModes Mode { get; init; } = Wraps ? PaddingModes.Circular : PaddingModes.Zeros;

    /// <summary>What an output makes of the pixels in its window.</summary>
    public WindowReading Reading { get; init; }

    /// <summary>The height that the window covers, <c>Dilation (Rows − 1) + 1</c>.</summary>
    public int RowExtent => (Dilation * (Rows - 1)) + 1;

    /// <summary>The width that the window covers, <c>Dilation (Columns − 1) + 1</c>.</summary>
    public int ColumnExtent => (Dilation * (Columns - 1)) + 1;
}
