using System.Globalization;

namespace GCnn.Layers;

/// <summary>
/// The part of the net's input that one position of a layer's output depends on, and how far apart the parts of neighbouring positions lie.
/// </summary>
/// <remarks>
/// It is that of an image without an end: near the border a part of it is what the padding holds. With windows of extent <c>k</c> and
/// stride <c>s</c> the extent grows by <c>(k − 1) j</c>, and the jump <c>j</c> becomes <c>s j</c>. Where positions differ, as after
/// upsampling, it is the largest. Source: [DumoulinVisin2016].
/// </remarks>
/// <param name="Rows">Its height in pixels of the input; on hexagons in cells, through its centre.</param>
/// <param name="Columns">Its width.</param>
/// <param name="RowJump">The pixels of the input between neighbouring rows of the output.</param>
/// <param name="ColumnJump">The pixels between neighbouring columns.</param>
/// <param name="IsWholeImage">Whether some layer reads all positions together; then height and width are those of the image.</param>
public sealed record ReceptiveField(int Rows, int Columns, double RowJump, double ColumnJump, bool IsWholeImage)
{
    /// <summary>Such as <c>15 / 4</c>, <c>15 x 9 / 4 x 2</c> or <c>all</c>.</summary>
    public override string ToString() => IsWholeImage
        ? "all"
        : string.Create(CultureInfo.InvariantCulture, $"{Pair(Rows, Columns)} / {Pair(RowJump, ColumnJump)}");

    internal static ReceptiveField Of(FieldOfView view, ImageSize input) => view.SeesAll
        ? new(input.Rows, input.Columns, view.Rows.Step, view.Columns.Step, true)
        : new(view.Rows.Extent, view.Columns.Extent, view.Rows.Step, view.Columns.Step, false);

    private static string Pair(double rows, double columns) => rows == columns
        ? rows.ToString("0.##", CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{rows:0.##} x {columns:0.##}");
}
