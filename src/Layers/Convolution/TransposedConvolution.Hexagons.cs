using GCnn.Actions;
using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Layers;

public sealed partial class TransposedConvolution
{
    /// <summary>
    /// The uncut result reaches <c>s R</c> and the stencil's reach from the centre; what the radius of the output leaves over is cut, and
    /// what it lacks is added, on every side alike.
    /// </summary>
    private Tensor OnHexagon(Tensor x, Tensor filter, Tensor? added)
    {
        int radius = HexagonMask.RadiusOf(x), reachRows = Dilation * (Stencil.Rows / 2), reachColumns = Dilation * (Stencil.Columns / 2);
        int output = (Stride * radius) + Math.Max(reachRows, reachColumns) - Padding + OutputPadding;
        if (output < 0)
        {
            throw new ArgumentException(
                $"TransposedConvolution: of a hexagon of radius {radius} padding {Padding} cuts everything away: the radius would be " +
                $"{output}. Pad less.",
                nameof(x));
        }

        int rows = (Stride * radius) + reachRows - output, columns = (Stride * radius) + reachColumns - output;
        Tensor y = nn.functional.conv_transpose2d(
            x, filter, null, [Stride, Stride], [Math.Max(0, rows), Math.Max(0, columns)], [0, 0], [Dilation, Dilation], Groups);
        (long above, long left) = (Math.Max(0, -rows), Math.Max(0, -columns));
        Tensor whole = above + left == 0 ? y : nn.functional.pad(y, [left, left, above, above]);
        return Masked(added is null ? whole : whole + added.view(1, -1, 1, 1));
    }
}
