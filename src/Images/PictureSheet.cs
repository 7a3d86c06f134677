namespace GCnn.Images;

/// <summary>Pictures in rows, each with a line of text below.</summary>
public static class PictureSheet
{
    private const int Gap = 4;

    /// <summary>Lays pictures out row by row on white; a caption too long for its picture is cut.</summary>
    /// <param name="pictures">Picture and caption, in reading order; sizes may differ.</param>
    /// <param name="columns">Pictures in a row.</param>
    /// <exception cref="ArgumentException">There is no picture.</exception>
    public static RgbImage Compose(IReadOnlyList<(RgbImage Picture, string Caption)> pictures, int columns)
    {
        ArgumentNullException.ThrowIfNull(pictures);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(columns);
        if (pictures.Count == 0)
            throw new ArgumentException("PictureSheet: no picture given; a sheet needs at least one.", nameof(pictures));
        var cellWidth = pictures.Max(p => p.Picture.Width) + Gap;
        var cellHeight = pictures.Max(p => p.Picture.Height) + Canvas.LineHeight + Gap;
        var rows = (pictures.Count + columns - 1) / columns;
        using var canvas = new Canvas((Math.Min(columns, pictures.Count) * cellWidth) + Gap, (rows * cellHeight) + Gap, RgbColour.White);
        for (var i = 0; i < pictures.Count; i++)
        {
            var (picture, caption) = pictures[i];
            var (left, top) = (Gap + (i % columns * cellWidth), Gap + (i / columns * cellHeight));
            canvas.Draw(picture, left, top);
            var fits = Math.Min(caption.Length, (cellWidth - Gap) / Canvas.LetterWidth);
            canvas.Write(caption[..fits], left, top + cellHeight - Gap - Canvas.LineHeight, RgbColour.Black);
        }

        return canvas.ToImage();
    }
}
