using GCnn.Groups;

namespace GCnn.Layers;

/// <summary>The sizes of a convolution of a batch of images, zeros around them.</summary>
/// <param name="Images">The number of images.</param>
/// <param name="Height">The height of the input.</param>
/// <param name="Width">The width of the input.</param>
/// <param name="OutputHeight">The height of the output.</param>
/// <param name="OutputWidth">The width of the output.</param>
/// <param name="Stride">The step between windows.</param>
/// <param name="Dilation">The distance between neighbouring taps.</param>
/// <param name="Top">Rows of zeros above the image; where negative, rows that are cut.</param>
/// <param name="Left">Columns of zeros left of the image; where negative, columns that are cut.</param>
/// <param name="OnHexagon">Whether the output is the square that stores a hexagon, with zeros on its other places.</param>
/// <param name="FromHexagon">Whether the input is one and what stands on its other places counts as zero; at stride 1 only.</param>
internal readonly record struct CorrelationShape(
    int Images, int Height, int Width, int OutputHeight, int OutputWidth, int Stride, int Dilation, int Top, int Left,
    bool OnHexagon = false, bool FromHexagon = false)
{
    /// <summary>The columns of a row of the output that are computed.</summary>
    public (int Begin, int End) OutputColumns(int row) =>
        OnHexagon ? HexagonalDomain.ColumnsOf(OutputWidth / 2, row) : (0, OutputWidth);

    /// <summary>The shape of a convolution with a box of taps.</summary>
    public static CorrelationShape For(
        int images, int height, int width, (int Rows, int Columns) box, int stride, int dilation, int top, int left) => new(
        images, height, width,
        ((height + (2 * top) - (dilation * (box.Rows - 1)) - 1) / stride) + 1,
        ((width + (2 * left) - (dilation * (box.Columns - 1)) - 1) / stride) + 1,
        stride, dilation, top, left);

    /// <summary>The shape of the gradient to the input, at stride 1: the output, surrounded by what the windows reach.</summary>
    public CorrelationShape Transposed((int Rows, int Columns) box) => new(
        Images, OutputHeight, OutputWidth, Height, Width, 1, Dilation,
        (Dilation * (box.Rows - 1)) - Top, (Dilation * (box.Columns - 1)) - Left, FromHexagon: OnHexagon);
}
