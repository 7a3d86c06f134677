using GCnn.Actions;
using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>Where the windows of a layer stand on a hexagonal image: always centred, whatever the size.</summary>
/// <remarks>
/// <para>
/// With stride <c>s</c> the layer keeps the points <c>s v</c> of the sublattice <c>s Z²</c>, which every point element takes to itself. A
/// window about <c>s v</c> that reaches <c>e</c> cells from its centre stays inside the hexagon of radius <c>R</c> and <c>p</c> cells of
/// padding when <c>s |v| + e ≤ R + p</c>. So the output is the hexagon of radius <c>R' = ⌊(R + p − e) / s⌋</c>; its centre is the input's
/// centre, and the layer commutes with every point element at every <c>R</c>. (Windows from a corner, as on rectangles, would be centred
/// only where <c>s</c> divides <c>R + p − e</c>.)
/// </para>
/// <para>
/// On the stored square the windows then begin <c>s R' + e</c> cells before the centre. The square begins <c>R</c> cells before it: the
/// difference <c>s R' + e − R ≤ p</c> is added on every side, or cut where it is negative.
/// </para>
/// </remarks>
/// <param name="OutputRadius">The radius <c>R'</c> of the output.</param>
/// <param name="Rows">The cells to add above and below; where negative, to cut.</param>
/// <param name="Columns">The cells to add left and right; where negative, to cut.</param>
internal readonly record struct HexagonFrame(int OutputRadius, int Rows, int Columns)
{
    /// <summary>The side <c>2R' + 1</c> of the stored output.</summary>
    public int OutputSide => (2 * OutputRadius) + 1;

    /// <summary>The frame of windows that reach a number of rows and columns from their centre.</summary>
    /// <exception cref="ArgumentException">The hexagon with its padding is smaller than the window.</exception>
    public static HexagonFrame For(string layer, Tensor image, int reachRows, int reachColumns, int stride, int padding)
    {
        int radius = HexagonMask.RadiusOf(image), reach = Math.Max(reachRows, reachColumns);
        int room = radius + padding - reach;
        if (room < 0)
        {
            throw new ArgumentException(
                $"{layer}: a hexagon of radius {radius} with padding {padding} has no room for a window of radius {reach}. Pad more, " +
                "pool less before it, or use a smaller window.",
                nameof(image));
        }

        int output = room / stride, outermost = stride * output;
        return new HexagonFrame(output, outermost + reachRows - radius, outermost + reachColumns - radius);
    }

    /// <summary>
    /// The image cut where the frame is smaller, and what <c>conv2d</c> is to add where it is larger. The caller owns the scope.
    /// </summary>
    public (Tensor Image, long[] Padding) Fit(Tensor image)
    {
        (long rows, long columns) = (Math.Max(0, -Rows), Math.Max(0, -Columns));
        Tensor cut = image.narrow(2, rows, image.size(2) - (2 * rows)).narrow(3, columns, image.size(3) - (2 * columns));
        return (cut, [Math.Max(0, Rows), Math.Max(0, Columns)]);
    }
}
