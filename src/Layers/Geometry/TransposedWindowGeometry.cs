namespace GCnn.Layers;

/// <summary>
/// The adjoint of windows at equal steps: each input position is spread over the window that a convolution would read it from. On
/// rectangles the first window begins in the corner of the uncut output, on hexagons windows are centred.
/// </summary>
/// <remarks>
/// An axis of <c>n</c> pixels becomes one of <c>s (n − 1) + k_eff − 2p + o</c> with <c>k_eff</c> the extent. Flipping the input moves
/// windows to windows of the output without its last <c>o</c> pixels, so on rectangles the layer commutes with elements that flip an axis
/// exactly where <c>o = 0</c>.
/// </remarks>
/// <param name="Rows">The height of the window in taps.</param>
/// <param name="Columns">The width of the window in taps.</param>
/// <param name="Stride">The step between windows in pixels of the output, <c>s</c>.</param>
/// <param name="Padding">Pixels cut from each side of the output, <c>p</c>.</param>
/// <param name="Dilation">The distance between neighbouring taps in pixels of the output.</param>
/// <param name="OutputPadding">Rows and columns added at the end of the output, or on hexagons rings around it, <c>o</c>.</param>
public sealed record TransposedWindowGeometry(int Rows, int Columns, int Stride, int Padding, int Dilation = 1, int OutputPadding = 0)
    : LayerGeometry
{
    /// <summary>The height that the window covers, <c>Dilation (Rows − 1) + 1</c>.</summary>
    public int RowExtent => (Dilation * (Rows - 1)) + 1;

    /// <summary>The width that the window covers, <c>Dilation (Columns − 1) + 1</c>.</summary>
    public int ColumnExtent => (Dilation * (Columns - 1)) + 1;
}
