using GCnn.Groups;

namespace GCnn.Layers;

/// <summary>Which pixels the windows on an image hold: the same number of places in each, some of them perhaps outside.</summary>
public sealed class PixelWindows
{
    internal PixelWindows(int rows, int columns, long[] sources, double[] weights) =>
        (Rows, Columns, Sources, Weights) = (rows, columns, sources, weights);

    /// <summary>The rows of windows.</summary>
    public int Rows { get; }

    /// <summary>The columns of windows.</summary>
    public int Columns { get; }

    /// <summary>
    /// For each place of a window, and for it in each window, the pixel, counted row by row; one more than the last for a place outside.
    /// </summary>
    public IReadOnlyList<long> Sources { get; }

    /// <summary>How much each place of a window weighs in a sum.</summary>
    public IReadOnlyList<double> Weights { get; }

    /// <summary>
    /// Hexagonal windows about the cells <c>s v</c> of a hexagonal image, for every <c>v</c> of the square on which the output is stored.
    /// Places weigh alike, and 1 together.
    /// </summary>
    /// <param name="layer">What messages call the layer.</param>
    /// <param name="image">The image's hexagon.</param>
    /// <param name="output">The output's radius.</param>
    /// <param name="stride">The step <c>s</c>.</param>
    /// <param name="reach">The windows' radius.</param>
    /// <exception cref="ArgumentException">The output's radius is negative or the step 0: the image is too small.</exception>
    internal static PixelWindows OnHexagon(string layer, HexagonalDomain image, int output, int stride, int reach)
    {
        if (output < 0 || stride < 1)
        {
            throw new ArgumentException(
                $"{layer}: a hexagon of radius {image.Radius} has no room for its windows. Use a larger image, or pool less before.",
                nameof(image));
        }

        int side = (2 * output) + 1, outside = image.RowLength * image.RowLength;
        IReadOnlyList<LatticePoint> window = new HexagonalDomain(reach).Cells;
        long[] sources =
        [
            .. from u in window
               from y in Enumerable.Range(-output, side)
               from x in Enumerable.Range(-output, side)
               let cell = new LatticePoint(stride * x, stride * y) + u
               select image.Contains(cell) ? image.Slot(cell) : (long)outside,
        ];
        return new PixelWindows(side, side, sources, [.. window.Select(_ => 1.0 / window.Count)]);
    }
}
