using System.Text;

namespace GCnn.Images;

/// <summary>An image that can be drawn on: rectangles, pictures and text in libgd's built-in bitmap font (no font file is needed).</summary>
public sealed class Canvas : IDisposable
{
    private readonly GdImageHandle _image;

    /// <summary>Makes a canvas of one colour.</summary>
    /// <exception cref="DllNotFoundException">libgd is not installed.</exception>
    public Canvas(int width, int height, RgbColour background)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(height);
        (Width, Height) = (width, height);
        _image = GdImageHandle.Create(width, height);
        Fill(0, 0, width, height, background);
    }

    /// <summary>Width of one letter in pixels.</summary>
    public static int LetterWidth => 6;

    /// <summary>Height of a line of text in pixels.</summary>
    public static int LineHeight => 13;

    /// <summary>Columns.</summary>
    public int Width { get; }

    /// <summary>Rows.</summary>
    public int Height { get; }

    /// <summary>Fills a rectangle; what lies outside the canvas is clipped.</summary>
    public void Fill(int left, int top, int width, int height, RgbColour colour)
    {
        if (width > 0 && height > 0)
            Gd.FillRectangle(_image, left, top, left + width - 1, top + height - 1, colour.Packed);
    }

    /// <summary>Copies an image in; what lies outside the canvas is clipped.</summary>
    public void Draw(RgbImage image, int left, int top)
    {
        ArgumentNullException.ThrowIfNull(image);
        ObjectDisposedException.ThrowIf(_image.IsClosed, this);
        _image.Draw(image, left, top);
    }

    /// <summary>Writes one line of text with its top left corner at a point. Letters outside ASCII become question marks.</summary>
    public void Write(string text, int left, int top, RgbColour colour) =>
        Gd.DrawText(_image, Gd.SmallFont(), left, top, Encoding.ASCII.GetBytes(text + '\0'), colour.Packed);

    /// <summary>What has been drawn so far.</summary>
    public RgbImage ToImage()
    {
        ObjectDisposedException.ThrowIf(_image.IsClosed, this);
        return _image.ToImage(Width, Height);
    }

    /// <inheritdoc/>
    public void Dispose() => _image.Dispose();
}
