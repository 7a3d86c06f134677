using GCnn.Actions;
using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>
/// Adds zeros around an image, or cuts it, on opposite sides alike, so that windows of a stride stand symmetrically about its centre, with
/// one in the centre: what a convolution without padding is to read whose windows are centred on images of every size.
/// </summary>
/// <remarks>
/// On an axis of <c>n</c> pixels with padding <c>p</c>, windows of <c>k</c> pixels and stride <c>s</c> would leave <c>n + 2p − k</c> pixels
/// beside the first. Of these <c>(n + 2p − k) mod 2s</c> are cut, half of them on each side: an even number of steps is left. In ONNX it
/// is <c>Pad</c>, whose numbers may be negative. <b>Shapes:</b> <c>N x C x H x W -> N x C x H' x W'</c>.
/// </remarks>
public sealed class PlainFrame : nn.Module<Tensor, Tensor>
{
    /// <summary>Builds the module.</summary>
    /// <param name="rows">The height <c>k</c> of a window, and the rows to add above and below; to cut, where negative.</param>
    /// <param name="columns">The width of a window, and the columns to add left and right; to cut, where negative.</param>
    /// <param name="stride">The step between windows, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The stride or a side of the window is less than 1.</exception>
    public PlainFrame((int Window, int Padding) rows, (int Window, int Padding) columns, int stride)
        : base(nameof(PlainFrame))
    {
        EquivariantModule.RequireAtLeast(1, rows.Window, nameof(PlainFrame), nameof(rows));
        EquivariantModule.RequireAtLeast(1, columns.Window, nameof(PlainFrame), nameof(columns));
        EquivariantModule.RequireAtLeast(1, stride, nameof(PlainFrame), nameof(stride));
        (Rows, Columns, Stride) = (rows, columns, stride);
    }

    /// <summary>The height of a window, and the rows to add above and below before any are cut.</summary>
    public (int Window, int Padding) Rows { get; }

    /// <summary>The width of a window, and the columns to add left and right before any are cut.</summary>
    public (int Window, int Padding) Columns { get; }

    /// <summary>The step between windows.</summary>
    public int Stride { get; }

    /// <summary>Pads or cuts.</summary>
    /// <param name="input">The image.</param>
    /// <exception cref="ArgumentException">The image with its padding has no room for a window.</exception>
    public override Tensor forward(Tensor input)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (input.size(2) + (2 * Rows.Padding) < Rows.Window || input.size(3) + (2 * Columns.Padding) < Columns.Window)
        {
            throw new ArgumentException(
                $"PlainFrame: an image of shape {FieldShape.Print(input)} has no room for windows of {Rows.Window} x {Columns.Window} " +
                "pixels. Use a larger image, or pool less before.",
                nameof(input));
        }

        (long rows, long columns) = AddedTo(input.size(2), input.size(3));
        return nn.functional.pad(input, [columns, columns, rows, rows]);
    }

    /// <summary>The rows added above and below and the columns added left and right, for images of one size; cut, where negative.</summary>
    /// <param name="rows">The height of the images.</param>
    /// <param name="columns">The width of the images.</param>
    public (long Rows, long Columns) AddedTo(long rows, long columns) => (Added(rows, Rows), Added(columns, Columns));

    private long Added(long side, (int Window, int Padding) axis) =>
        axis.Padding - ((side + (2 * axis.Padding) - axis.Window) % (2 * Stride) / 2);
}
