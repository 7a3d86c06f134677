namespace GCnn.Augment;

/// <summary>What one thread needs to warp images of one size to another, kept from image to image.</summary>
internal sealed class WarpScratch : IDisposable
{
    private readonly ImageSize _before;
    private readonly ImageSize _after;
    private readonly Interpolation _interpolation;
    private readonly FramedPixels _pixels;
    private readonly RowPlaces _places;
    private readonly Pooled<float> _row;

    public WarpScratch(ImageSize before, ImageSize after, Interpolation interpolation, WarpPadding padding)
    {
        (_before, _after, _interpolation) = (before, after, interpolation);
        _pixels = new FramedPixels(before, RowReading.Reach(interpolation), padding);
        _places = new RowPlaces(before, after.Columns, interpolation, padding, _pixels.Stride);
        _row = new Pooled<float>(after.Columns * ChannelQuad.Lanes);
    }

    /// <summary>Warps one image, <c>C x H x W</c> to <c>C x H' x W'</c>.</summary>
    public void Warp(ReadOnlySpan<float> image, Affine source, Span<float> result)
    {
        (int read, int written) = (_before.Rows * _before.Columns, _after.Rows * _after.Columns);
        int channels = image.Length / read;
        for (int first = 0; first < channels; first += ChannelQuad.Lanes)
        {
            int count = Math.Min(ChannelQuad.Lanes, channels - first);
            _pixels.Load(image.Slice(first * read, count * read), count);
            for (int row = 0; row < _after.Rows; row++)
            {
                _places.MoveTo(source, row);
                RowReading.Read(_interpolation, _pixels, _places, _row.Span);
                ChannelQuad.Split(_row.Span, _after.Columns, result[((first * written) + (row * _after.Columns))..], written, count);
            }
        }
    }

    public void Dispose()
    {
        _pixels.Dispose();
        _places.Dispose();
        _row.Dispose();
    }
}
