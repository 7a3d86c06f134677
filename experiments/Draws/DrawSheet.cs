using GCnn.Augment;
using GCnn.Images;

namespace GCnn.Experiments.Draws;

/// <summary>A contact sheet: pictures in rows, below each what was drawn for it.</summary>
internal static class DrawSheet
{
    private const int Gap = 6;

    /// <summary>Pictures are enlarged to about this side, and captions are as wide at least.</summary>
    private const int LeastSide = 150;

    /// <summary>Draws the sheet.</summary>
    /// <param name="title">A line above all.</param>
    /// <param name="draws">Pictures, and what was drawn for each; null for the image as it is.</param>
    public static RgbImage Compose(string title, IReadOnlyList<(RgbImage Picture, Parameters? Drawn)> draws)
    {
        int width = Math.Max(LeastSide, draws.Max(draw => draw.Picture.Width)), letters = width / Canvas.LetterWidth;
        IReadOnlyList<string>[] captions =
            [.. draws.Select(draw => draw.Drawn is null ? ["as it is"] : DrawText.Lines(draw.Drawn, letters))];
        int height = draws.Max(draw => draw.Picture.Height) + (captions.Max(lines => lines.Count) * Canvas.LineHeight);
        int columns = (int)Math.Ceiling(Math.Sqrt(draws.Count)), rows = (draws.Count + columns - 1) / columns;
        int top = Canvas.LineHeight + (2 * Gap);
        using var canvas = new Canvas((columns * (width + Gap)) + Gap, top + (rows * (height + Gap)), RgbColour.White);
        canvas.Write(title, Gap, Gap, RgbColour.Black);
        for (int i = 0; i < draws.Count; i++)
        {
            (int x, int y) = (Gap + (i % columns * (width + Gap)), top + (i / columns * (height + Gap)));
            RgbImage picture = draws[i].Picture;
            canvas.Draw(picture, x, y);
            foreach ((int line, string text) in captions[i].Index())
            {
                canvas.Write(text, x, y + picture.Height + (line * Canvas.LineHeight), RgbColour.Black);
            }
        }

        return canvas.ToImage();
    }

    /// <summary>How many times pixels are enlarged.</summary>
    public static int EnlargementOf(int height, int width) => Math.Max(1, LeastSide / Math.Max(height, width));
}
