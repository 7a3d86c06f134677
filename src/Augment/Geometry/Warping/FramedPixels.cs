namespace GCnn.Augment;

/// <summary>
/// Four channels of an image side by side, <c>rows x columns x 4</c>, in a frame that holds what the padding finds beyond the border.
/// </summary>
internal sealed class FramedPixels : IDisposable
{
    private readonly ImageSize _size;
    private readonly int _before;
    private readonly int _after;
    private readonly WarpPadding _padding;
    private readonly Pooled<float> _pixels;

    /// <summary>Memory for images of a size.</summary>
    /// <param name="size">The size.</param>
    /// <param name="frame">How many pixels the frame has to the left and above, and how many to the right and below.</param>
    /// <param name="padding">What the frame holds.</param>
    public FramedPixels(ImageSize size, (int Before, int After) frame, WarpPadding padding)
    {
        (_size, _before, _after, _padding) = (size, frame.Before, frame.After, padding);
        Stride = checked((size.Columns + frame.Before + frame.After) * ChannelQuad.Lanes);
        _pixels = new Pooled<float>(checked(Stride * (size.Rows + frame.Before + frame.After)));
    }

    /// <summary>Numbers from one row to the next.</summary>
    public int Stride { get; }

    /// <summary>The numbers, row by row, with those of the frame.</summary>
    public Span<float> Pixels => _pixels.Span;

    /// <summary>Where in <see cref="Pixels"/> the first pixel of the image stands.</summary>
    public int Origin => (_before * Stride) + (_before * ChannelQuad.Lanes);

    /// <summary>Takes over up to four channels of an image, <c>C x H x W</c>.</summary>
    public void Load(ReadOnlySpan<float> planes, int channels)
    {
        int distance = _size.Rows * _size.Columns;
        for (int row = 0; row < _size.Rows; row++)
        {
            ChannelQuad.Join(
                planes[(row * _size.Columns)..], distance, channels, _size.Columns, Row(row)[(_before * ChannelQuad.Lanes)..]);
            FrameColumns(Row(row));
        }

        for (int beyond = 1; beyond <= _before; beyond++)
        {
            FrameRow(-beyond);
        }

        for (int beyond = 0; beyond < _after; beyond++)
        {
            FrameRow(_size.Rows + beyond);
        }
    }

    public void Dispose() => _pixels.Dispose();

    private void FrameRow(int row)
    {
        if (Source(row, _size.Rows) is int source and >= 0)
        {
            Row(source).CopyTo(Row(row));
        }
        else
        {
            Row(row).Clear();
        }
    }

    private void FrameColumns(Span<float> row)
    {
        for (int beyond = 1; beyond <= _before; beyond++)
        {
            FramePixel(row, -beyond);
        }

        for (int beyond = 0; beyond < _after; beyond++)
        {
            FramePixel(row, _size.Columns + beyond);
        }
    }

    private void FramePixel(Span<float> row, int column)
    {
        if (Source(column, _size.Columns) is int source and >= 0)
        {
            Pixel(row, source).CopyTo(Pixel(row, column));
        }
        else
        {
            Pixel(row, column).Clear();
        }
    }

    private Span<float> Row(int row) => _pixels.Span.Slice((row + _before) * Stride, Stride);

    private Span<float> Pixel(Span<float> row, int column) => row.Slice((column + _before) * ChannelQuad.Lanes, ChannelQuad.Lanes);

    /// <summary>The place on an axis that the padding takes for one beyond its ends; −1 where it takes zero.</summary>
    private int Source(int place, int length) => PaddingRule.Source(_padding, place, length);
}
