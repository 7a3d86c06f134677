using GCnn.Images;

namespace GCnn.Experiments.Kernels;

/// <summary>
/// Where the parts of a picture of kernels lie, in pixels: a title, names of the matrix entries, rows of panels with a caption each.
/// </summary>
/// <param name="Title">The title.</param>
/// <param name="Outputs">The rows of the matrix, channels of the output field.</param>
/// <param name="Inputs">The columns of the matrix, channels of the input field.</param>
/// <param name="Kernels">The kernels that are shown.</param>
/// <param name="Panel">Width and height of a panel.</param>
public sealed record PictureLayout(string Title, int Outputs, int Inputs, int Kernels, (int Width, int Height) Panel)
{
    /// <summary>The left edge of all text.</summary>
    public const int Margin = 6;

    private const int Gap = 5;

    /// <summary>The letters of a row's caption, such as <c>12 m=3</c>, and a space.</summary>
    private const int CaptionLetters = 7;

    /// <summary>The width of the picture.</summary>
    public int Width => Margin + Math.Max(Title.Length * Canvas.LetterWidth, Left(Outputs - 1, Inputs - 1) + Panel.Width - Margin) + Margin;

    /// <summary>The height of the picture.</summary>
    public int Height => Top(Kernels) - Gap + Margin;

    private int RowHeight => Math.Max(Panel.Height, Canvas.LineHeight) + Gap;

    /// <summary>The left edge of a panel. Panels of one output stand closer together than those of different ones.</summary>
    /// <param name="output">The row of the matrix.</param>
    /// <param name="input">The column of the matrix.</param>
    public int Left(int output, int input) => Margin + (CaptionLetters * Canvas.LetterWidth)
        + (((output * Inputs) + input) * (Panel.Width + Gap)) + (Inputs > 1 ? 2 * Gap * output : 0);

    /// <summary>The upper edge of a row of panels.</summary>
    /// <param name="kernel">The number of the row.</param>
    public int Top(int kernel) => NameTop(Inputs > 1 ? 2 : 1) + 2 + (kernel * RowHeight);

    /// <summary>The upper edge of a row's caption.</summary>
    /// <param name="kernel">The number of the row.</param>
    public int CaptionTop(int kernel) => Top(kernel) + ((RowHeight - Gap - Canvas.LineHeight) / 2);

    /// <summary>The upper edge of a line of names: first those of outputs, then those of inputs.</summary>
    /// <param name="line">0 or 1.</param>
    public static int NameTop(int line) => Margin + Canvas.LineHeight + Gap + (line * Canvas.LineHeight);

    /// <summary>Whether a name fits above its panel.</summary>
    /// <param name="name">The name.</param>
    public bool Fits(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Length * Canvas.LetterWidth <= Panel.Width + Gap;
    }
}
